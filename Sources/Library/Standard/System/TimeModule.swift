// The module `time`.
import Glibc
import Runtime

enum TimeModule {
    static let module: @Sendable () -> Module = {
        Module("time", doc: "Clocks.", rows: clocks + calendar)
    }

    private static func clock(_ name: String, _ doc: String, _ id: clockid_t) -> [Row] {
        [
            def("\(name)()", doc, example: "time.\(name)()") { () in seconds(id) },
            def("\(name)_ns()", doc + " In nanoseconds.") { () in
                let time = read(id)
                return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
            },
        ]
    }

    private static func read(_ id: clockid_t) -> timespec {
        var time = timespec()
        clock_gettime(id, &time)
        return time
    }

    private static func seconds(_ id: clockid_t) -> Double {
        let time = read(id)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    private static var clocks: [Row] {
        clock("time", "Seconds since 1970.", CLOCK_REALTIME) + clock("perf_counter", "Seconds of the most precise clock.", CLOCK_MONOTONIC)
            + clock("monotonic", "Seconds of a clock that never goes back.", CLOCK_MONOTONIC)
            + clock("process_time", "Seconds of processor time of the process.", CLOCK_PROCESS_CPUTIME_ID)
            + clock("thread_time", "Seconds of processor time of the thread.", CLOCK_THREAD_CPUTIME_ID)
            + [
                def("sleep(secs, /)", "Waits; at most a second, because a notebook has nothing to wait for.") { (given: Value) throws -> Void in
                    guard let duration = try given.number() else {
                        throw Raised.typeError("'\(given.type.name)' object cannot be interpreted as an integer")
                    }
                    if duration < 0 { throw Raised.valueError("sleep length must be non-negative") }
                    // In short pieces, so that a program is stopped while it waits.
                    let end = Interpreter.now() + min(duration, 1)
                    while true {
                        let rest = end - Interpreter.now()
                        guard rest > 0 else { break }
                        usleep(UInt32(min(rest, 0.01) * 1_000_000))
                        try Interpreter.current.poll()
                    }
                },
            ]
    }

    private static var calendar: [Row] {
        [
            def("strftime(format, t=None, /)", "A time as text.", example: "time.strftime('%Y')") { (format: String, time: Value) in
                var parts = tm()
                if time.isNone {
                    var now = Glibc.time(nil)
                    localtime_r(&now, &parts)
                } else {
                    parts = try broken(time)
                }
                return text(format, parts)
            },
            def("localtime(secs=None, /)", "Local time taken apart.") { (seconds: Double?) in
                var moment = seconds.map { time_t($0) } ?? Glibc.time(nil)
                var parts = tm()
                localtime_r(&moment, &parts)
                return tuple(parts)
            },
            def("gmtime(secs=None, /)", "Universal time taken apart.") { (seconds: Double?) in
                var moment = seconds.map { time_t($0) } ?? Glibc.time(nil)
                var parts = tm()
                gmtime_r(&moment, &parts)
                return tuple(parts)
            },
            def("mktime(t, /)", "Seconds since 1970 of a local time.") { (time: Value) in
                var parts = try broken(time)
                return Double(Glibc.mktime(&parts))
            },
            def("asctime(t=None, /)", "A time taken apart as text.") { (time: Value) in
                var parts = tm()
                var now = Glibc.time(nil)
                localtime_r(&now, &parts)
                return text("%a %b %e %H:%M:%S %Y", time.isNone ? parts : try broken(time))
            },
            def("ctime(secs=None, /)", "Local time as text.") { (seconds: Double?) in
                var moment = seconds.map { time_t($0) } ?? Glibc.time(nil)
                var parts = tm()
                localtime_r(&moment, &parts)
                return text("%a %b %e %H:%M:%S %Y", parts)
            },
        ]
    }

    /// Text of a broken-down time by C's rules.
    static func text(_ format: String, _ parts: tm) -> String {
        if format.isEmpty { return "" }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1024) { buffer in
            withUnsafePointer(to: parts) { parts in
                let count = Glibc.strftime(buffer.baseAddress!, 1024, format, parts)
                return String(decoding: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]), as: UTF8.self)
            }
        }
    }

    private static func tuple(_ parts: tm) -> Value {
        let numbers = [parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
                       (parts.tm_wday + 6) % 7, parts.tm_yday + 1, parts.tm_isdst]
        let names = ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"]
        return .object(RecordObject("time.struct_time", names, numbers.map { .int(Int($0)) }))
    }

    private static func broken(_ value: Value) throws -> tm {
        let numbers = try value.elements().map { Int32(clamping: try $0.index() ?? 0) }
        guard numbers.count == 9 else { throw Raised.typeError("time tuple must have exactly 9 elements") }
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
        (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
        (parts.tm_wday, parts.tm_yday, parts.tm_isdst) = ((numbers[6] + 1) % 7, numbers[7] - 1, numbers[8])
        return parts
    }
}
