// Defines RecurrentText: the pointwise part of a recurrent step in OpenCL C, forward and backward; the formulas of RecurrentRow.

/// One work-item computes one element of the state of one row. `IN(k)` and `ST(k)` are block k of the two matrix products, `KEEP(k)` what
/// is kept for the backward pass, `DI(k)` and `DS(k)` the gradients of the products.
struct RecurrentText {
    let kind: RecurrentKind
    let lane: DType.Lane
    let hasBias: Bool

    private var gates: Int { kind.gates }
    private var head: String {
        "typedef \(lane.deviceType) real;\ninline real gate(real x) { return 1 / (1 + exp(-x)); }\n"
    }
    private static let place = """
            const long i = get_global_id(0), r = i / n, j = i % n, row = first + r;
        """

    /// Updates `hidden` (and `cell`) and fills the rows of this step in what is kept.
    var forward: String {
        let bias = hasBias ? " + bias[bias_at + k * n + j]" : ""
        return DeviceText.complete(head + """
            #define IN(k) input[input_at + (row * \(gates) + k) * n + j]
            #define ST(k) (state[(r * \(gates) + k) * n + j]\(bias))
            #define KEEP(k) kept[(row * \(kind.kept) + k) * n + j]
            __kernel void run(__global const real *input, const long input_at, __global const real *state, __global const real *bias, \
            const long bias_at, __global real *hidden, __global real *cell, __global real *kept, __global real *hidden_before, \
            __global real *cell_before, __global real *output, const long first, const long n, const long count) {
            \(RecurrentText.place)
                if (i >= count) return;
                real h = hidden[i];
                hidden_before[row * n + j] = h;
                \(step)
                hidden[i] = h;
                output[row * n + j] = h;
            }

            """)
    }

    private var step: String {
        switch kind {
        case .lstm:
            "const real a = gate(IN(0) + ST(0)), f = gate(IN(1) + ST(1)), g = tanh(IN(2) + ST(2)), o = gate(IN(3) + ST(3)), old = cell[i]; "
                + "cell_before[row * n + j] = old; const real c = f * old + a * g, t = tanh(c); cell[i] = c; h = o * t; "
                + "KEEP(0) = a; KEEP(1) = f; KEEP(2) = g; KEEP(3) = o; KEEP(4) = t;"
        case .gru:
            "const real s = ST(2), a = gate(IN(0) + ST(0)), z = gate(IN(1) + ST(1)), c = tanh(IN(2) + a * s); h = (h - c) * z + c; "
                + "KEEP(0) = a; KEEP(1) = z; KEEP(2) = c; KEEP(3) = s;"
        case .rnnTanh: "h = tanh(IN(0) + ST(0)); KEEP(0) = h;"
        case .rnnRelu: "h = max(IN(0) + ST(0), (real)0); KEEP(0) = h;"
        }
    }

    /// From the gradients of the new state those of both products and what flows to the old state directly. `through` is what flows to it
    /// through the product of the step computed before, for its rows.
    var backward: String {
        DeviceText.complete(head + """
            #define KEEP(k) kept[(row * \(kind.kept) + k) * n + j]
            #define DI(k) d_input[(row * \(gates) + k) * n + j]
            #define DS(k) d_state[(row * \(gates) + k) * n + j]
            __kernel void run(__global const real *kept, __global const real *hidden_before, __global const real *cell_before, \
            __global const real *grad, const long grad_at, __global const real *through, const long through_count, __global real *d_hidden, \
            __global real *d_cell, __global real *d_input, __global real *d_state, const long first, const long n, const long own, \
            const long count) {
            \(RecurrentText.place)
                if (i >= count) return;
                real dh = d_hidden[i];
                if (i < through_count) dh += through[i];
                if (i < own) {
                    dh += grad[grad_at + row * n + j];
                    \(slope)
                }
                d_hidden[i] = dh;
            }

            """)
    }

    private var slope: String {
        switch kind {
        case .lstm:
            "const real a = KEEP(0), f = KEEP(1), g = KEEP(2), o = KEEP(3), t = KEEP(4), d = d_cell[i] + dh * o * (1 - t * t); "
                + "DI(0) = DS(0) = d * g * a * (1 - a); DI(1) = DS(1) = d * cell_before[row * n + j] * f * (1 - f); "
                + "DI(2) = DS(2) = d * a * (1 - g * g); DI(3) = DS(3) = dh * t * o * (1 - o); d_cell[i] = d * f; dh = 0;"
        case .gru:
            "const real a = KEEP(0), z = KEEP(1), c = KEEP(2), s = KEEP(3), d = dh * (1 - z) * (1 - c * c); "
                + "DI(2) = d; DS(2) = d * a; DI(0) = DS(0) = d * s * a * (1 - a); "
                + "DI(1) = DS(1) = dh * (hidden_before[row * n + j] - c) * z * (1 - z); dh *= z;"
        case .rnnTanh: "DI(0) = DS(0) = dh * (1 - KEEP(0) * KEEP(0)); dh = 0;"
        case .rnnRelu: "DI(0) = DS(0) = KEEP(0) > 0 ? dh : 0; dh = 0;"
        }
    }
}
