// PyplotTests: programs that draw — what they print, what they show, which errors they get.
import Library
import Runtime
import Testing

@Suite(.serialized) struct PyplotTests {
    /// What a program printed and the figures it showed.
    private struct Outcome: Sendable {
        var text = ""
        var titles: [String] = []
        var drawings: [String] = []
        var tables: [DisplayTable] = []
        var error: String?
    }

    private func run(_ program: String) -> Outcome {
        InterpreterThread.run {
            var outcome = Outcome()
            let session = Interpreter(modules: libraryModules)
            session.output = { outcome.text += $0 }
            session.display = { display in
                guard case .svg(let title, let draw, let table) = display else { return }
                outcome.titles.append(title)
                outcome.drawings.append(draw("f"))
                outcome.tables += table
            }
            do {
                _ = try session.execute("import matplotlib.pyplot as plt\n" + program, file: "cell")
                showOpenFigures()
            } catch {
                let exception = Raised.wrapping(error).exception
                outcome.error = "\(exception.type.name): \((try? Value.object(exception).str()) ?? "")"
            }
            return outcome
        }
    }

    @Test func showHandsTheFigureOutOnce() {
        let outcome = run("plt.plot([1, 2, 3], label='up')\nplt.title('Climb')\nplt.legend()\nplt.show()\nprint(plt.get_fignums())")
        #expect(outcome.error == nil)
        #expect(outcome.titles == ["Climb"])
        #expect(outcome.text == "[]\n")
        #expect(outcome.drawings[0].contains(">up</text>"))
        #expect(outcome.tables[0].rows == [[0, 1], [1, 2], [2, 3]])
    }

    @Test func openFiguresShowAtTheEndOfACell() {
        let outcome = run("plt.figure()\nplt.bar(['a', 'b'], [1, 2])\nplt.figure()\nplt.hist([1, 2, 2, 3], bins=3)")
        #expect(outcome.error == nil)
        #expect(outcome.drawings.count == 2)
    }

    @Test func chartsOfAGridAreTakenByIndex() {
        let outcome = run("""
            fig, axes = plt.subplots(2, 3, sharex=True)
            print(axes.shape, len(axes), axes[1, 2] is axes[1][2], axes[0].shape, axes[:, 0].shape)
            for ax in axes.flat: ax.plot([1, 2])
            axes[0, 0].set(title='t', xlabel='x')
            print(repr(axes[0, 0]), fig)
            """)
        #expect(outcome.error == nil)
        #expect(outcome.text == "(2, 3) 2 True (3,) (2,)\n<Axes: title={'center': 't'}, xlabel='x'> Figure(640x480)\n")
        #expect(outcome.drawings.count == 1)
    }

    @Test func limitsFollowTheData() {
        let outcome = run("plt.plot([0, 1, 2])\nprint(plt.xlim())\nplt.ylim(0, 3)\nprint(plt.ylim(), plt.gca().get_yscale())")
        #expect(outcome.text == "(np.float64(-0.1), np.float64(2.1))\n(np.float64(0.0), np.float64(3.0)) linear\n")
    }

    @Test(arguments: [
        ("plt.plot([1, 2], foo=1)", "AttributeError: Line2D.set() got an unexpected keyword argument 'foo'"),
        ("plt.plot([1, 2], [1, 2, 3])", "ValueError: x and y must have same first dimension, but have shapes (2,) and (3,)"),
        ("plt.plot([1, 2], 'zz')", "ValueError: 'zz' is not a valid format string (unrecognized character 'z')"),
        ("plt.scatter([1], [1, 2])", "ValueError: x and y must be the same size"),
        ("plt.imshow([1, 2])", "TypeError: Invalid shape (2,) for image data"),
        ("plt.subplot(2, 2, 5)", "ValueError: num must be an integer with 1 <= num <= 4, not 5"),
        ("plt.subplot(2, 2, float('nan'))", "ValueError: num must be an integer with 1 <= num <= 4, not nan"),
        ("plt.subplot(2, 2, 1e300)", "ValueError: num must be an integer with 1 <= num <= 4, not 1e+300"),
        ("plt.axes([0, 0, float('nan'), 1])", "ValueError: all entries in rect must be finite not [0, 0, nan, 1]"),
        ("plt.gca().inset_axes([0, 0, 1e300, 1])", "ValueError: a chart is at most a million times as large as what it stands in"),
        ("plt.hist([1], bins=10**12)", "ValueError: a histogram has at most 1000000 bins here"),
        ("plt.triplot([0, 1, 1, 0], [0, 0, 1, 1], mask=[True])", "ValueError: mask array must have same length as triangles array"),
        ("plt.axis('foo')", "ValueError: Unrecognized string 'foo' to axis; try 'on' or 'off'"),
        ("plt.foo", "AttributeError: module 'matplotlib.pyplot' has no attribute 'foo'"),
    ])
    func errorsSpeakAsMatplotlib(_ program: String, _ message: String) {
        #expect(run(program).error == message)
    }

    @Test func everyKindOfMarkCanBeDrawn() {
        let calls = [
            "plt.plot([1, 2], [3, 4], 'r--o', lw=2)", "plt.scatter([1, 2], [3, 4], c=[0.1, 0.9], s=[10, 50], cmap='plasma')", "plt.barh(['a'], [1])",
            "plt.hist([[1, 2], [2, 3]], bins=4, label=['a', 'b'])", "plt.imshow([[0, 1], [2, 3]], cmap='gray', origin='lower')",
            "plt.contour([[0, 1], [2, 3]])", "plt.contourf([[0, 1], [2, 3]], levels=[0, 1, 2], alpha=0.5)", "plt.pcolormesh([[0, 1], [2, 3]])",
            "plt.fill_between([1, 2], [1, 2], alpha=0.3)", "plt.errorbar([1, 2], [1, 2], yerr=0.1, fmt='o')", "plt.boxplot([[1, 2, 3], [4, 5]])",
            "plt.axhline(1, color='k', ls=':')", "plt.axvspan(0, 1, alpha=0.2)", "plt.vlines([1, 2], 0, [3, 4])", "plt.text(0, 0, 'here', ha='right')",
            "plt.annotate('a', xy=(0, 0), xytext=(1, 1), arrowprops=dict(arrowstyle='->'))", "plt.arrow(0, 0, 1, 1, head_width=0.1)",
            "plt.quiver([0, 1], [0, 1], [1, 1], [0, 1])", "plt.step([1, 2], [1, 2])", "plt.stem([1, 2])", "plt.pie([1, 2], autopct='%d%%')",
            "plt.loglog([1, 10], [1, 100])", "plt.fill([0, 1, 1], [0, 0, 1], 'b')",
            "plt.scatter([1, 2], [3, 4], c=[0.1, 0.9]).set_array([])",
        ]
        for call in calls {
            let outcome = run(call)
            #expect(outcome.error == nil, "\(call)")
            #expect(outcome.drawings.count == 1, "\(call)")
        }
    }
}
