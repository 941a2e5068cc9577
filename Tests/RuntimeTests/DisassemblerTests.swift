// What `litgrad run --disassemble` shows: every function with names, constants and positions.
import Runtime
import Testing

extension RuntimeTests {
    @Test func theDisassemblyNamesEverything() throws {
        let text = InterpreterThread.run {
            try? Interpreter(modules: [:]).disassembly(of: Self.program, file: "small.py")
        }
        #expect(text == Self.instructions)
    }

    private static let program = """
    def total(items):
        sum = 0
        for item in items:
            if item > 2:
                sum += item.size
        return sum
    print(total([]))
    """

    private static let instructions = """
    <module>: 5 registers, 0 locals
        0  1:0      makeFunction       r0, total, r1
        1  1:0      storeGlobal        r0, total
        2  7:0      loadGlobal         r0, print
        3  7:6      loadGlobal         r2, total
        4  7:12     buildList          r3, r4, #0
        5  7:6      call               r2, #1
        6  7:6      take               r1, r2
        7  7:0      call               r0, #1
        8  7:0      clear              r0
        9  7:0      clear              r1
       10  7:0      clear              r2
       11  7:0      clear              r3
       12  7:0      clear              r4
       13  7:0      clear              r0
       14  7:0      return             <unset>

    total: 5 registers, 3 locals
        0  2:4      loadConstant       r1:sum, 0
        1  3:16     getIterator        r3, r0:items
        2  3:8      forIterator        r2:item, r3
        3  3:8        …                →10
        4  4:11     jumpUnlessCompare  r2:item, 2, x4
        5  4:11       …                →8
        6  5:19     loadAttribute      r4, r2:item, .size
        7  5:12     inPlace            r1:sum, r1:sum, r4, x0
        8  3:8      nextIteration      r2:item, r3
        9  3:8        …                →4
       10  6:11     return             r1:sum
       11  6:11     return             None

    """
}
