// Defines TickTests: round values and short labels, as pyplot's users know them.
import Plotting
import Testing

@Suite struct TickTests {
    private func labels(_ low: Double, _ high: Double, count: Int = 9) -> [String] {
        TickLabels.label(LinearTicks.values(from: low, to: high, count: count), from: low, to: high).ticks.map(\.label)
    }

    @Test func valuesAreRound() {
        #expect(labels(0, 10) == ["0", "2", "4", "6", "8", "10"])
        #expect(labels(-0.1, 2.1) == ["0.00", "0.25", "0.50", "0.75", "1.00", "1.25", "1.50", "1.75", "2.00"])
        #expect(labels(-1, 1, count: 4) == ["−1.0", "−0.5", "0.0", "0.5", "1.0"])
        #expect(labels(0, 60_000) == ["0", "10000", "20000", "30000", "40000", "50000", "60000"])
    }

    @Test func largeAndSmallNumbersShareAFactor() {
        let large = TickLabels.label([0, 1e6, 2e6], from: 0, to: 2e6)
        #expect(large.common == "1e6")
        #expect(large.ticks.map(\.label) == ["0", "1", "2"])
        let small = TickLabels.label([0, 0.00002, 0.00004], from: 0, to: 0.00004)
        #expect(small.common == "1e−5")
        #expect(small.ticks.map(\.label) == ["0", "2", "4"])
    }

    @Test func nearNumbersShareAnOffset() {
        let set = TickLabels.label([100_000.1, 100_000.2, 100_000.3], from: 100_000.1, to: 100_000.3)
        #expect(set.common == "+100000")
        #expect(set.ticks.map(\.label) == ["0.1", "0.2", "0.3"])
    }

    @Test func limitsFollowTheDataWithAMargin() {
        var figure = Gallery.chart { axes in axes.marks = [Gallery.line([0, 1, 2], [5, 5, 5], 0)] }
        #expect(abs(figure.limits(of: 0).x.lower + 0.1) < 1e-12)
        #expect(abs(figure.limits(of: 0).y.lower - 4.725) < 1e-12)
        figure.charts[0].y.lower = 3
        #expect(figure.limits(of: 0).y.lower == 3)
    }

    @Test func barsStandOnTheirFoot() {
        let figure = Gallery.chart { axes in
            axes.marks = [BarMark(bars: [.init(start: 0, end: 1, foot: 0, top: 10)], fills: [])]
        }
        #expect(figure.limits(of: 0).y.lower == 0)
        #expect(figure.limits(of: 0).y.upper == 10.5)
    }
}
