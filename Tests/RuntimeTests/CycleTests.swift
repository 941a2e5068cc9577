// The cycle collector frees what only refers to itself and keeps everything else.
import Runtime
import Testing

extension RuntimeTests {
    @Test func unreachableCyclesAreFreed() throws {
        let freed = InterpreterThread.run {
            let interpreter = Interpreter(modules: [:], output: { _ in })
            let program = """
            class Node: pass
            def pair():
                a, b = Node(), Node()
                a.other, b.other = b, a
                def again(n): return again(n - 1) if n else a
                return again
            for _ in range(50): pair()
            """
            _ = try? interpreter.execute(program, file: "test.py")
            return CycleCollector.collect()
        }
        // Two nodes, the function and its cells, fifty times.
        #expect(freed >= 150)
    }

    @Test func whatIsReachableStays() throws {
        let answer = InterpreterThread.run { () -> String? in
            let interpreter = Interpreter(modules: [:], output: { _ in })
            let program = """
            class Node: pass
            kept = Node()
            kept.me, kept.list = kept, [1, 2]
            def outer():
                n = Node()
                n.value = 7
                n.read = lambda: n.value
                return n.read
            read = outer()
            """
            _ = try? interpreter.execute(program, file: "test.py")
            CycleCollector.collect()
            return try? interpreter.execute("read(), kept.me is kept, kept.list", file: "test.py")?.repr()
        }
        #expect(answer == "(7, True, [1, 2])")
    }
}
