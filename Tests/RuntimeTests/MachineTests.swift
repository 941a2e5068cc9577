// What the machine promises beyond the output of programs: limits, tracebacks, memory, layout.
import Runtime
import Testing

extension RuntimeTests {
    @Test func valuesLieInMemoryAsTheLoopAssumes() {
        #expect(MachineLayout.isAsAssumed)
    }

    @Test(arguments: [
        ("while True: pass", "LimitExceeded"),
        ("while True:\n    try:\n        while True: pass\n    except BaseException: pass", "LimitExceeded"),
        ("def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(60)", "LimitExceeded"),
        ("for i in range(10 ** 18): pass", "LimitExceeded"),
        ("sorted(range(10 ** 6), key=lambda x: sum(range(200)))", "LimitExceeded"),
        ("list(map(lambda x: x, iter(int, 1)))", "LimitExceeded"),
        ("def ones():\n    while True: yield 1\nsum(ones())", "LimitExceeded"),
        ("max(x for x in iter(int, 1))", "LimitExceeded"),
        ("sum(iter(int, 1))", "LimitExceeded"),
        ("5 in iter(int, 1)", "LimitExceeded"),
        ("first, *rest = iter(int, 1)", "LimitExceeded"),
        ("while True: sorted(range(10_000))", "LimitExceeded"),
    ])
    func timeIsLimited(program: String, error: String) {
        var limits = Limits()
        limits.seconds = 0.2
        #expect(Run(program, limits: limits).error?.hasPrefix(error) == true)
    }

    /// A long call of a native function listens, too: had it run to its end, the program would go on and print.
    @Test(arguments: [
        "3 ** 3_000_000", "pow(3 ** 5000, 7 ** 5000, 10 ** 6000 + 7)", "(3 ** 600_000) // (7 ** 100_000)", "sorted(range(10 ** 7), key=abs)",
        "list(range(10 ** 8))", "set(range(10 ** 8))", "sum(range(10 ** 10))", "('ab' * 10 ** 7).replace('a', 'xyz')", "('ab' * 10 ** 7).count('a')",
        "('a ' * 10 ** 7).split(' ')", "repr([0] * 10 ** 7)", "[0] * 10 ** 7 == [0] * 10 ** 7",
    ])
    func longCallsListen(call: String) {
        var limits = Limits()
        limits.seconds = 0.05
        let run = Run("\(call)\nprint('late')", limits: limits)
        #expect(run.error?.hasPrefix("LimitExceeded") == true)
        #expect(run.output.isEmpty)
    }

    /// One call each that asks for more than any program may have.
    @Test(arguments: [
        "1 << (1 << 25)", "3 ** (1 << 25)", "(1 << (1 << 24)) * (1 << (1 << 24))", "'a' * (1 << 40)", "[0] * (1 << 40)", "list(range(1 << 40))",
        "'a'.ljust(1 << 40)", "'1'.zfill(1 << 40)", "'\\t'.expandtabs(1 << 30)", "'%*d' % (1 << 40, 1)", "('a' * 10 ** 5).replace('', 'b' * 10 ** 5)",
        "bytes(1 << 40)",
    ])
    func sizesAreLimited(program: String) {
        #expect(Run(program).error == "MemoryError: ")
    }

    @Test(arguments: [
        "def f(n): return f(n + 1)\nf(0)",
        "class A:\n    def __repr__(self): return repr(self)\nrepr(A())",
        "class A:\n    def __getattr__(self, name): return getattr(self, name + 'x')\nA().y",
        "a = lambda: sorted([1, 2], key=lambda x: a())\na()",
    ])
    func recursionIsLimited(program: String) {
        #expect(Run(program).error?.hasPrefix("RecursionError: maximum recursion depth exceeded") == true)
    }

    /// What each link of a chain is made of: `chain` is the chain so far, `Node` a class.
    @Test(arguments: [
        "[chain]", "(chain,)", "{1: chain}", "Node(chain)", "(lambda inner: lambda: inner)(chain)", "Node(chain).method", "iter([chain])",
        "generator(chain)", "slice(chain)", "ValueError(chain)", "{1: chain}.values()", "enumerate([chain])",
    ])
    func longChainsAreFreedWithoutRecursion(link: String) {
        let program = """
        class Node:
            def __init__(self, next): self.next = next
            def method(self): pass
        def generator(x): yield x
        def build():
            chain = None
            for i in range(200_000):
                chain = \(link)
        build()
        print("freed")
        """
        #expect(Run(program).output == "freed\n")
    }

    @Test func aTracebackNamesEveryVisibleCall() {
        let module = Module("helper", doc: "", source: Module.Source(file: "helper.lg") { "def apply(f):\n    return f()\n" })
        let run = Run("import helper\ndef inner():\n    return 1 / 0\nhelper.apply(inner)\n", modules: ["helper": { module }])
        #expect(run.error == "ZeroDivisionError: division by zero")
        #expect(run.traceback.map(\.function) == ["<module>", "inner"])
        #expect(run.traceback.map(\.line) == [4, 3])
        #expect(run.traceback.last.map { [$0.column, $0.endColumn] } == [11, 16])
    }

    @Test(arguments: [
        ("1 + 1", "2"), ("x = 3", nil), ("None", "None"), ("[i for i in range(3)]", "[0, 1, 2]"), ("print()\n'a'", "'a'"), ("5;", nil),
    ] as [(String, String?)])
    func aCellYieldsItsLastExpression(program: String, value: String?) {
        let run = Run(program)
        #expect(run.error == nil)
        #expect(run.value == value)
    }

    @Test(arguments: [
        ("def f():\n    nonlocal x\n", "SyntaxError: no binding for nonlocal 'x' found"),
        ("nonlocal x", "SyntaxError: nonlocal declaration not allowed at module level"),
        ("def f():\n    x = 1\n    global x\n", "SyntaxError: name 'x' is assigned to before global declaration"),
        ("import nothing", "ModuleNotFoundError: No module named 'nothing'"),
        ("undefined", "NameError: name 'undefined' is not defined"),
    ])
    func whatIsNoProgramIsSaid(program: String, error: String) {
        #expect(Run(program).error == error)
    }
}
