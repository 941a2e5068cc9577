// Words: the words of the interface, in the languages a course may be written in.

/// The words of the interface.
enum Words {
    /// The words in a language ("en", "ja", also "ja-JP"); English for languages without.
    static func of(_ lang: String) -> [String: String] {
        let primary = lang.prefix { $0 != "-" }.lowercased()
        return primary == "ja" ? japanese : english
    }

    private static let english = [
        "skip": "Skip to content", "lessons": "Lessons", "close": "Close", "outline": "On this page",
        "previous": "Previous", "next": "Next", "turn": "Previous and next lesson", "edit": "Edit this page", "download": "Download as notebook",
        "older": "older than its original", "search": "Search", "found": "Search results", "nothing": "Nothing found",
        "theme": "Colours", "auto": "Auto", "light": "Light", "dark": "Dark", "cell": "Cell", "showCode": "Show code",
        "copy": "Copy", "copied": "Copied", "data": "Data", "start": "Start", "missing": "Page not found",
        "missingAbout": "There is no page at this address. It may have moved.",
    ]

    private static let japanese = [
        "skip": "本文へ", "lessons": "レッスン", "close": "閉じる", "outline": "このページの内容",
        "previous": "前へ", "next": "次へ", "turn": "前後のレッスン", "edit": "このページを編集", "download": "ノートブックをダウンロード",
        "older": "原文より古い版", "search": "検索", "found": "検索結果", "nothing": "見つかりませんでした",
        "theme": "配色", "auto": "自動", "light": "ライト", "dark": "ダーク", "cell": "セル", "showCode": "コードを表示",
        "copy": "コピー", "copied": "コピーしました", "data": "データ", "start": "はじめる", "missing": "ページが見つかりません",
        "missingAbout": "このアドレスのページはありません。移動した可能性があります。",
    ]
}
