// Theme: the look of the pages: templates, style sheet, script.
import Mustache

/// The look of the pages.
enum Theme {
    static let css = "body{max-width:50rem;margin:auto;font-family:sans-serif}"
    static let js = ""
    private static let templates = [
        "page": """
            <!doctype html><html lang="{{lang}}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{{csp}}">
            <title>{{title}}</title><link rel="stylesheet" href="{{root}}{{css}}"></head><body>{{{content}}}</body></html>
            """,
        "index": """
            <!doctype html><html lang="{{lang}}"><head><meta charset="utf-8"><title>{{title}}</title></head>
            <body>{{{content}}}<ol>{{#lessons}}<li><a href="{{href}}">{{title}}</a></li>{{/lessons}}</ol></body></html>
            """,
        "cell": """
            <div class="cell" id="{{id}}"><pre><code>{{{code}}}</code></pre>{{#outputs}}{{#text}}<pre>{{text}}</pre>{{/text}}
            {{#result}}<pre>{{result}}</pre>{{/result}}{{#error}}<pre>{{summary}}</pre>{{/error}}{{#figure}}{{{svg}}}{{/figure}}{{/outputs}}</div>
            """,
    ]

    /// Fills the template of a name.
    static func render(_ view: Any, template: String) throws -> String {
        try MustacheTemplate(string: templates[template] ?? "").render(view)
    }
}

/// Words of the interface.
enum Words {
    static func of(_ lang: String) -> [String: String] { [:] }
}
