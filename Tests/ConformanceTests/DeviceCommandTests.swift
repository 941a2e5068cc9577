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
private func program(_ text: String, _ environment: [String: String]) throws -> (code: Int32, text: String) {
    let file = FileManager.default.temporaryDirectory.appending(path: "litgrad-\(UUID().uuidString).py")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    return try litgrad(["run", "--device", "opencl", file.path], environment)
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
}
