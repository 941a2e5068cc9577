// Defines the forms of those functions of PyTorch that can be called in several ways, as PyTorch spells them in its messages.

/// The forms by function. A line of names is followed by the forms that these functions share; `Tensor.` marks methods whose forms are
/// not those of the function of the same name without its first parameter. `out`, `outs` and `...` stand for what many have.
enum CallForms {
    /// The forms of a function or method; nil where it has but one.
    static func forms(of function: String, isMethod: Bool) -> [CallForm]? {
        guard isMethod else { return table[function] }
        if let own = table["Tensor." + function] { return own }
        let name = function.hasSuffix("_") ? String(function.dropLast()) : function
        return table[name]?.compactMap(\.ofMethod)
    }

    private static let table: [String: [CallForm]] = {
        var table: [String: [CallForm]] = [:]
        var names: [Substring] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix(" ") {
                let form = CallForm(expanded(line.drop { $0 == " " }.dropFirst().dropLast()))
                for name in names { table[String(name), default: []].append(form) }
            } else {
                names = line.split(separator: " ")
            }
        }
        return table
    }()

    private static func expanded(_ form: Substring) -> String {
        form.split(separator: ", ").map { parameter in
            switch parameter {
            case "out": "Tensor out = None"
            case "outs": "tuple of Tensors out = None"
            case "...":
                "torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, "
                    + "bool requires_grad = False"
            default: String(parameter)
            }
        }.joined(separator: ", ")
    }

    private static let text = """
        add sub
            (Tensor input, Tensor other, *, Number alpha = 1, out)
        addbmm
            (Tensor input, Tensor batch1, Tensor batch2, *, Number beta = 1, Number alpha = 1, out)
        addcdiv addcmul
            (Tensor input, Tensor tensor1, Tensor tensor2, *, Number value = 1, out)
        addmm
            (Tensor input, Tensor mat1, Tensor mat2, *, Number beta = 1, Number alpha = 1, out)
            (Tensor input, Tensor mat1, Tensor mat2, torch.dtype out_dtype, *, Number beta = 1, Number alpha = 1, out)
        addmv
            (Tensor input, Tensor mat, Tensor vec, *, Number beta = 1, Number alpha = 1, out)
        addr
            (Tensor input, Tensor vec1, Tensor vec2, *, Number beta = 1, Number alpha = 1, out)
        all any
            (Tensor input, *, out)
            (Tensor input, tuple of ints dim = None, bool keepdim = False, *, out)
            (Tensor input, int dim, bool keepdim = False, *, out)
        arange
            (Number end, *, out, ...)
            (Number start, Number end, *, ...)
            (Number start, Number end, Number step = 1, *, out, ...)
        argsort
            (Tensor input, *, bool stable, int dim = -1, bool descending = False, out)
            (Tensor input, int dim = -1, bool descending = False)
        atleast_1d atleast_2d atleast_3d
            (Tensor input)
            (tuple of Tensors tensors)
        baddbmm
            (Tensor input, Tensor batch1, Tensor batch2, *, Number beta = 1, Number alpha = 1, out)
            (Tensor input, Tensor batch1, Tensor batch2, torch.dtype out_dtype, *, Number beta = 1, Number alpha = 1, out)
        bartlett_window blackman_window hann_window
            (int window_length, *, ...)
            (int window_length, bool periodic, *, ...)
        bernoulli
            (Tensor input, *, torch.Generator generator = None, out)
            (Tensor input, float p, *, torch.Generator generator = None)
        bitwise_and bitwise_left_shift bitwise_or bitwise_right_shift bitwise_xor remainder
            (Tensor input, Tensor other, *, out)
            (Number self, Tensor other)
            (Tensor input, Number other, *, out)
        bmm mm
            (Tensor input, Tensor mat2, *, out)
            (Tensor input, Tensor mat2, torch.dtype out_dtype, *, out)
        bucketize
            (Tensor input, Tensor boundaries, *, bool out_int32 = False, bool right = False, out)
            (Number self, Tensor boundaries, *, bool out_int32 = False, bool right = False)
        clamp clip
            (Tensor input, Tensor min = None, Tensor max = None, *, out)
            (Tensor input, Number min = None, Number max = None, *, out)
        clamp_max
            (Tensor input, Tensor max, *, out)
            (Tensor input, Number max, *, out)
        clamp_min
            (Tensor input, Tensor min, *, out)
            (Tensor input, Number min, *, out)
        copysign eq fmod ge greater greater_equal gt le less less_equal lt ne not_equal
            (Tensor input, Tensor other, *, out)
            (Tensor input, Number other, *, out)
        count_nonzero
            (Tensor input, int dim = None)
            (Tensor input, tuple of ints dim)
        cumulative_trapezoid trapezoid
            (Tensor y, Tensor x, *, int dim = -1)
            (Tensor y, *, Number dx = 1, int dim = -1)
        div
            (Tensor input, Tensor other, *, out)
            (Tensor input, Tensor other, *, str rounding_mode, out)
            (Tensor input, Number other, *, str rounding_mode)
        divide
            (Tensor input, Tensor other, *, out)
            (Tensor input, Tensor other, *, str rounding_mode, out)
            (Tensor input, Number other)
            (Tensor input, Number other, *, str rounding_mode)
        dsplit hsplit vsplit
            (Tensor input, int sections)
            (Tensor input, tuple of ints indices)
        eye
            (int n, *, out, ...)
            (int n, int m, *, out, ...)
        float_power pow
            (Tensor input, Tensor exponent, *, out)
            (Number self, Tensor exponent, *, out)
            (Tensor input, Number exponent, *, out)
        floor_divide multiply true_divide
            (Tensor input, Tensor other, *, out)
            (Tensor input, Number other)
        hamming_window
            (int window_length, *, ...)
            (int window_length, bool periodic, *, ...)
            (int window_length, bool periodic, float alpha, *, ...)
            (int window_length, bool periodic, float alpha, float beta, *, ...)
        histogram
            (Tensor input, Tensor bins, *, Tensor weight = None, bool density = False, outs)
            (Tensor input, int bins = 100, *, tuple of floats range = None, Tensor weight = None, bool density = False, outs)
        index_fill
            (Tensor input, int dim, Tensor index, Tensor value)
            (Tensor input, int dim, Tensor index, Number value)
        isin
            (Tensor elements, Tensor test_elements, *, bool assume_unique = False, bool invert = False, out)
            (Number element, Tensor test_elements, *, bool assume_unique = False, bool invert = False, out)
            (Tensor elements, Number test_element, *, bool assume_unique = False, bool invert = False, out)
        kaiser_window
            (int window_length, *, ...)
            (int window_length, bool periodic, *, ...)
            (int window_length, bool periodic, float beta, *, ...)
        lerp
            (Tensor input, Tensor end, Tensor weight, *, out)
            (Tensor input, Tensor end, Number weight, *, out)
        linspace
            (Tensor start, Tensor end, int steps, *, out, ...)
            (Number start, Tensor end, int steps, *, out, ...)
            (Tensor start, Number end, int steps, *, out, ...)
            (Number start, Number end, int steps, *, out, ...)
        logspace
            (Tensor start, Tensor end, int steps, float base = 10.0, *, out, ...)
            (Number start, Tensor end, int steps, float base = 10.0, *, out, ...)
            (Tensor start, Number end, int steps, float base = 10.0, *, out, ...)
            (Number start, Number end, int steps, float base = 10.0, *, out, ...)
        fill
            (Tensor input, Tensor value)
            (Tensor input, Number value)
        masked_fill
            (Tensor input, Tensor mask, Tensor value)
            (Tensor input, Tensor mask, Number value)
        max min
            (Tensor input, *, out)
            (Tensor input, Tensor other, *, out)
            (Tensor input, int dim, bool keepdim = False, *, outs)
        mean
            (Tensor input, *, torch.dtype dtype = None, out)
            (Tensor input, tuple of ints dim, bool keepdim = False, *, torch.dtype dtype = None, out)
        median nanmedian
            (Tensor input)
            (Tensor input, int dim, bool keepdim = False, *, outs)
        moveaxis movedim
            (Tensor input, int source, int destination)
            (Tensor input, tuple of ints source, tuple of ints destination)
        nanquantile quantile
            (Tensor input, Tensor q, int dim = None, bool keepdim = False, *, str interpolation = "linear", out)
            (Tensor input, float q, int dim = None, bool keepdim = False, *, str interpolation = "linear", out)
        narrow
            (Tensor input, int dim, Tensor start, int length)
            (Tensor input, int dim, int start, int length)
        normal
            (Tensor mean, Tensor std, *, torch.Generator generator = None, out)
            (Tensor mean, float std = 1, *, torch.Generator generator = None, out)
            (float mean, Tensor std, *, torch.Generator generator = None, out)
            (float mean, float std, tuple of ints size, *, torch.Generator generator = None, out, ...)
        prod
            (Tensor input, *, torch.dtype dtype = None)
            (Tensor input, int dim, bool keepdim = False, *, torch.dtype dtype = None, out)
        rand randn
            (tuple of ints size, *, torch.Generator generator, out, ...)
            (tuple of ints size, *, out, ...)
        rand_like randn_like
            (Tensor input, *, torch.Generator generator, torch.memory_format memory_format = None, ...)
            (Tensor input, *, torch.memory_format memory_format = None, ...)
        randint
            (int high, tuple of ints size, *, torch.Generator generator, out, ...)
            (int high, tuple of ints size, *, out, ...)
            (int low, int high, tuple of ints size, *, torch.Generator generator, out, ...)
            (int low, int high, tuple of ints size, *, out, ...)
        randint_like
            (Tensor input, int low, int high, *, torch.Generator generator, torch.memory_format memory_format = None, ...)
            (Tensor input, int low, int high, *, torch.memory_format memory_format = None, ...)
            (Tensor input, Tensor high, *, torch.Generator generator, torch.memory_format memory_format = None, ...)
            (Tensor input, Tensor high, *, torch.memory_format memory_format = None, ...)
            (Tensor input, int high, *, torch.Generator generator, torch.memory_format memory_format = None, ...)
            (Tensor input, int high, *, torch.memory_format memory_format = None, ...)
        randperm
            (int n, *, torch.Generator generator, out, ...)
            (int n, *, out, ...)
        repeat_interleave
            (Tensor input, Tensor repeats, int dim = None, *, int output_size = None)
            (Tensor repeats, *, int output_size = None)
            (Tensor input, int repeats, int dim = None, *, int output_size = None)
        round
            (Tensor input, *, out)
            (Tensor input, *, int decimals, out)
        rsub
            (Tensor input, Tensor other, *, Number alpha = 1)
            (Tensor input, Number other, Number alpha = 1)
        scatter
            (Tensor input, int dim, Tensor index, Tensor src, *, out)
            (Tensor input, int dim, Tensor index, Tensor src, *, str reduce, out)
            (Tensor input, int dim, Tensor index, Number value, *, out)
            (Tensor input, int dim, Tensor index, Number value, *, str reduce, out)
        searchsorted
            (Tensor sorted_sequence, Tensor input, *, bool out_int32 = False, bool right = False, str side = None, Tensor sorter = None, out)
            (Tensor sorted_sequence, Number self, *, bool out_int32 = False, bool right = False, str side = None, Tensor sorter = None, out)
        sort
            (Tensor input, *, bool stable, int dim = -1, bool descending = False, outs)
            (Tensor input, int dim = -1, bool descending = False, *, outs)
        squeeze
            (Tensor input)
            (Tensor input, int dim)
            (Tensor input, tuple of ints dim)
        std var
            (Tensor input, tuple of ints dim, bool unbiased = True, bool keepdim = False, *, out)
            (Tensor input, tuple of ints dim = None, *, Number correction = None, bool keepdim = False, out)
            (Tensor input, bool unbiased = True)
        std_mean var_mean
            (Tensor input, tuple of ints dim, bool unbiased = True, bool keepdim = False)
            (Tensor input, tuple of ints dim = None, *, Number correction = None, bool keepdim = False)
            (Tensor input, bool unbiased = True)
        subtract
            (Tensor input, Tensor other, *, Number alpha = 1, out)
            (Tensor input, Number other, Number alpha = 1)
        sum
            (Tensor input, *, torch.dtype dtype = None)
            (Tensor input, tuple of ints dim, bool keepdim = False, *, torch.dtype dtype = None, out)
        tensor_split
            (Tensor input, tuple of ints indices, int dim = 0)
            (Tensor input, Tensor tensor_indices_or_sections, int dim = 0)
            (Tensor input, int sections, int dim = 0)
        trapz
            (Tensor y, *, float dx = 1, int dim = -1)
            (Tensor y, Tensor x, *, int dim = -1)
        where
            (Tensor condition)
            (Tensor condition, Tensor input, Tensor other, *, out)
            (Tensor condition, Number self, Tensor other)
            (Tensor condition, Tensor input, Number other)
            (Tensor condition, Number self, Number other)
        xlogy
            (Tensor input, Tensor other, *, out)
            (Number self, Tensor other, *, out)
            (Tensor input, Number other, *, out)
        Tensor.addmm Tensor.addmm_
            (Tensor mat1, Tensor mat2, *, Number beta = 1, Number alpha = 1)
        Tensor.baddbmm Tensor.baddbmm_
            (Tensor batch1, Tensor batch2, *, Number beta = 1, Number alpha = 1)
        Tensor.bernoulli_
            (Tensor p, *, torch.Generator generator = None)
            (float p = 0.5, *, torch.Generator generator = None)
        Tensor.copy_
            (Tensor other, bool non_blocking = False)
        Tensor.nonzero
            ()
            (*, bool as_tuple)
        Tensor.random_
            (*, torch.Generator generator = None)
            (int from, int to, *, torch.Generator generator = None)
            (int to, *, torch.Generator generator = None)
        Tensor.to
            (torch.device device = None, torch.dtype dtype = None, bool non_blocking = False, bool copy = False, *, torch.memory_format memory_format = None)
            (torch.dtype dtype, bool non_blocking = False, bool copy = False, *, torch.memory_format memory_format = None)
            (Tensor tensor, bool non_blocking = False, bool copy = False, *, torch.memory_format memory_format = None)
        Tensor.type
            (object dtype = None, bool non_blocking = False, *, torch.memory_format memory_format = None)
        Tensor.view
            (torch.dtype dtype)
            (tuple of ints size)
        Tensor.where
            (Tensor condition, Tensor other)
            (Tensor condition, Number other)
        """
}
