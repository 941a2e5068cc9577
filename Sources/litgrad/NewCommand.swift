// NewCommand: `litgrad new`.
import ArgumentParser
import Foundation

/// Writes a small course that builds and checks.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "new", abstract: "Write a small course to start from.")

    @Argument(help: ArgumentHelp("The folder of the course. What is in it stays.", valueName: "dir"))
    var folder: String

    func run() throws {
        let manager = FileManager.default
        let taken = NewCommand.files.map(\.path).first { manager.fileExists(atPath: folder + "/" + $0) }
        if let taken { throw WrongCall("`\(folder)/\(taken)` is there already", help: "name a new folder, or remove the file") }
        for (path, text) in NewCommand.files {
            let file = URL(filePath: folder).appending(path: path)
            try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        Console.standard.output("cd \(folder)\nlitgrad serve            # write; the page follows as you save\nlitgrad build            # run the notebooks, write site/public\nlitgrad check --accept   # record what they put out\n")
        Console.standard.flush()
    }

    /// What a new course holds.
    private static let files: [(path: String, text: String)] = [
        ("site/site.yml", "title: A course\ndescription: What it teaches.\nlang: en\n"),
        ("site/index.md", "# A course\n\nWhat it teaches, and to whom.\n"),
        (".gitignore", "site/public/\n.litgrad/\n"),
        ("Notebooks/01-a-first-gradient.md", """
            ---
            title: A first gradient
            description: A slope, by hand and by autograd.
            ---

            # A first gradient

            The slope of $x^2$ at $3$ is $6$.

            ```tensor id=slope
            import torch

            x = torch.tensor(3., requires_grad=True)
            (x ** 2).backward()
            x.grad
            ```

            Walking against the slope leads downhill:

            ```tensor id=descent
            x = torch.tensor(3., requires_grad=True)
            for step in range(20):
                loss = x ** 2
                loss.backward()
                with torch.no_grad():
                    x -= 0.1 * x.grad
                    x.grad.zero_()
            x
            ```

            """),
    ]
}
