// Defines BufferPool: memory for tensors, kept after use because fresh pages cost more than the arithmetic on them.
import Glibc

/// Hands out 64-byte aligned memory in size classes (four to each power of two) and keeps what comes back.
///
/// Used by the interpreter's thread only; worker threads see raw pointers.
struct BufferPool {
    private static let classCount = 4 * 64
    /// Heads of intrusive lists of free blocks, one for each class.
    private let free: UnsafeMutablePointer<UnsafeMutableRawPointer?>
    /// Bytes kept in the lists.
    private var cached = 0
    /// Bytes handed out, rounded up to classes.
    private(set) var used = 0
    /// More than this is given back to the system at once.
    private let cacheLimit = 1 << 30
    /// Allocations that would bring `used` above this are refused.
    var limit = Int.max

    init() {
        free = .allocate(capacity: BufferPool.classCount)
        free.initialize(repeating: nil, count: BufferPool.classCount)
    }

    /// The class of a size and the bytes blocks of that class have.
    @inline(__always)
    private static func sizeClass(_ bytes: Int) -> (index: Int, size: Int) {
        if bytes <= 256 {
            let quarters = bytes <= 64 ? 1 : (bytes + 63) >> 6
            return (quarters - 1, quarters << 6)
        }
        let log = Int.bitWidth - 1 - (bytes - 1).leadingZeroBitCount
        let step = 1 << (log - 2)
        let size = (bytes + step - 1) & ~(step - 1)
        return (4 * (log - 7) + (size - (1 << log)) / step, size)
    }

    /// Memory for `bytes` bytes, contents undefined; throws instead of going over the limit.
    @inline(__always)
    mutating func take(_ bytes: Int) throws -> UnsafeMutableRawPointer {
        guard bytes < 1 << 46 else { throw BufferPool.refusal(bytes) }
        let (index, size) = BufferPool.sizeClass(bytes)
        guard used + size <= limit else { throw BufferPool.refusal(bytes) }
        if let block = free[index] {
            free[index] = block.load(as: UnsafeMutableRawPointer?.self)
            cached -= size
            used += size
            return block
        }
        return try allocate(bytes, size)
    }

    /// Takes back memory that `take` handed out for the same number of bytes.
    @inline(__always)
    mutating func give(_ block: UnsafeMutableRawPointer, bytes: Int) {
        let (index, size) = BufferPool.sizeClass(bytes)
        used -= size
        if cached + size > cacheLimit {
            Glibc.free(block)
            return
        }
        cached += size
        block.storeBytes(of: free[index], as: UnsafeMutableRawPointer?.self)
        free[index] = block
    }

    @inline(never)
    private mutating func allocate(_ bytes: Int, _ size: Int) throws -> UnsafeMutableRawPointer {
        let huge = size >= 1 << 22
        var block: UnsafeMutableRawPointer?
        if posix_memalign(&block, huge ? 1 << 21 : 64, size) != 0 {
            drain()
            if posix_memalign(&block, 64, size) != 0 { throw BufferPool.refusal(bytes) }
        }
        guard let block else { throw BufferPool.refusal(bytes) }
        if huge { madvise(block, size, 14 /* MADV_HUGEPAGE: fewer page faults */) }
        used += size
        return block
    }

    /// Gives all kept blocks back to the system.
    mutating func drain() {
        for index in 0..<BufferPool.classCount {
            while let block = free[index] {
                free[index] = block.load(as: UnsafeMutableRawPointer?.self)
                Glibc.free(block)
            }
        }
        cached = 0
    }

    private static func refusal(_ bytes: Int) -> TensorError {
        TensorError(.runtime, "[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate \(bytes) bytes. "
            + "Error code 12 (Cannot allocate memory)")
    }
}
