// DeviceCommandTests: `litgrad run --device` and `litgrad devices`, with devices and without.
import Foundation
import Testing

/// Where OpenCL's loader finds no implementation.
private let noDevices = ["OCL_ICD_VENDORS": "/nonexistent"]
/// PoCL presents the processor twice.
private let twoDevices = ["POCL_DEVICES": "pthread pthread"]

/// Runs the binary under test; its exit code and what it wrote.
private func litgrad(_ arguments: [String], _ environment: [String: String]) throws -> (code: Int32, text: String) {
    let process = Process()
    process.executableURL = ConformanceCase.binary
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
}

/// Runs a program on a device.
private func program(_ text: String, _ environment: [String: String], _ options: [String] = []) throws -> (code: Int32, text: String) {
    let file = FileManager.default.temporaryDirectory.appending(path: "litgrad-\(UUID().uuidString).py")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    return try litgrad(["run", "--device", "opencl"] + options + [file.path], environment)
}

/// Calls `body` with an empty folder.
private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "litgrad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
}

/// Whether this machine presents two devices.
private let hasTwoDevices = (try? litgrad(["devices"], twoDevices))?.text.contains("opencl:1") ?? false

@Suite struct DeviceCommandTests {
    @Test func withoutDevicesTheCommandSaysHowToGetOne() throws {
        let listed = try litgrad(["devices"], noDevices)
        #expect(listed.code == 0)
        #expect(listed.text.hasPrefix("cpu "))
        #expect(listed.text.contains("pocl-opencl-icd"))
        let refused = try program("print(1)\n", noDevices)
        #expect(refused.code == 3)
        #expect(refused.text.contains("pocl-opencl-icd"))
    }

    @Test func withoutALoaderTheCommandSaysHowToGetOne() throws {
        try withFolder { folder in
            // A file in its place that is no library.
            try Data().write(to: folder.appending(path: "libOpenCL.so.1"))
            let refused = try program("print(1)\n", ["LD_LIBRARY_PATH": folder.path])
            #expect(refused.code == 3)
            #expect(refused.text.contains("ocl-icd-libopencl1"))
        }
    }

    @Test(.enabled(if: hasTwoDevices)) func memoryHasALimit() throws {
        let run = try program("""
            import torch
            try:
                torch.ones(1 << 28)
            except torch.cuda.OutOfMemoryError as error:
                print(str(error)[:93])
            print(torch.ones(1 << 10).sum())
            """, twoDevices, ["--memory", "500MB"])
        #expect(run.text == """
            CUDA out of memory. Tried to allocate 1.00 GiB. GPU 0 has a total capacity of 476.84 MiB of w
            tensor(1024.)

            """)
    }

    @Test(.enabled(if: hasTwoDevices)) func everyOneOfSeveralFilesComputesOnTheDevice() throws {
        try withFolder { folder in
            let files = ["a.py", "b.py"].map { folder.appending(path: $0) }
            for file in files { try Data("import torch\nprint(torch.cuda.is_available())\n".utf8).write(to: file) }
            #expect(try litgrad(["run", "--device", "opencl"] + files.map(\.path), twoDevices).text == "True\nTrue\n")
        }
    }

    @Test(.enabled(if: hasTwoDevices)) func damagedFilesOfCompiledKernelsAreIgnored() throws {
        try withFolder { folder in
            let environment = twoDevices.merging(["XDG_CACHE_HOME": folder.path]) { $1 }
            let text = "import torch\nx = torch.arange(5.)\nprint((x * 2 + 1).exp().sum(), x @ x)\n"
            let first = try program(text, environment)
            #expect(first.code == 0)
            let kernels = try FileManager.default.contentsOfDirectory(at: folder.appending(path: "litgrad/kernels"), includingPropertiesForKeys: nil)
            #expect(!kernels.isEmpty)
            for (number, file) in kernels.enumerated() {
                let bytes = try Data(contentsOf: file)
                try (number % 2 == 0 ? bytes.prefix(bytes.count / 2) : Data("no kernel".utf8)).write(to: file)
            }
            #expect(try program(text, environment) == first)
        }
    }

    @Test(.enabled(if: hasTwoDevices)) func trainingHoldsMemoryFlat() throws {
        let run = try program("""
            import torch
            from torch import nn
            model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 3))
            optimizer = torch.optim.Adam(model.parameters())
            x, y = torch.randn(32, 8), torch.randint(0, 3, (32,))
            def steps(count):
                for _ in range(count):
                    optimizer.zero_grad()
                    nn.functional.cross_entropy(model(x), y).backward()
                    optimizer.step()
                return torch.cuda.memory_allocated(), torch.cuda.memory_reserved()
            print(steps(20) == steps(300))
            """, twoDevices)
        #expect(run.text == "True\n")
    }

    @Test(.enabled(if: hasTwoDevices)) func modelsSpreadOverTwoDevices() throws {
        let run = try program("""
            import torch
            from torch import nn
            print(torch.cuda.is_available(), torch.cuda.device_count(), torch.cuda.current_device())
            first, second = nn.Linear(4, 8).to("cuda:0"), nn.Linear(8, 2).to("cuda:1")
            y = second(torch.relu(first(torch.ones(3, 4))).to("cuda:1"))
            y.sum().backward()
            print(y.device, first.weight.grad.device, second.weight.grad.device)
            try:
                torch.ones(2, device="cuda:0") + torch.ones(2, device="cuda:1")
            except RuntimeError as error:
                print(error)
            print(torch.ones(2, device="cuda:1"))
            """, twoDevices)
        #expect(run.text == """
            True 2 0
            cuda:1 cuda:0 cuda:1
            Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cuda:1!
            tensor([1., 1.], device='cuda:1')

            """)
    }

    @Test(.enabled(if: hasTwoDevices)) func dataParallelAddsUpTheGradientsOfBothDevices() throws {
        let run = try program("""
            import torch
            from torch import nn
            torch.manual_seed(0)
            model = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 2))
            x = torch.randn(6, 4)
            plain = model(x)
            plain.square().sum().backward()
            wanted = [p.grad.clone() for p in model.parameters()]
            model.zero_grad()
            split = nn.DataParallel(model)(x)
            split.square().sum().backward()
            print(split.device, torch.allclose(plain, split, atol=1e-6))
            print(all(torch.allclose(a, p.grad, atol=1e-5) for a, p in zip(wanted, model.parameters())))
            """, twoDevices)
        #expect(run.text == "cuda:0 True\nTrue\n")
    }

    @Test(.enabled(if: hasTwoDevices)) func dataParallelTrainsAsOneDeviceDoes() throws {
        let run = try program("""
            import torch
            from torch import nn
            def train(wrap):
                torch.manual_seed(0)
                model = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 2))
                network = wrap(model)
                optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
                x, y = torch.randn(6, 4), torch.randint(0, 2, (6,))
                losses = []
                for _ in range(5):
                    optimizer.zero_grad()
                    loss = nn.functional.cross_entropy(network(x), y)
                    loss.backward()
                    optimizer.step()
                    losses.append(round(loss.item(), 4))
                return losses
            print(torch.cuda.device_count(), train(lambda model: model) == train(nn.DataParallel))
            print([torch.cuda.memory_allocated(device) for device in range(2)])
            """, twoDevices)
        #expect(run.text == "2 True\n[0, 0]\n")
    }
}
