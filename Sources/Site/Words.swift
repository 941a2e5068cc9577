// Words: the words of the interface, in the languages a course may be written in.

/// The words of the interface.
enum Words {
    /// The words in a language ("en", "ja", also "ja-JP"); English for languages without.
    static func of(_ lang: String) -> [String: String] { primary(lang) == "ja" ? japanese : english }

    /// A language's name for itself; its tag where we do not know it.
    static func name(of lang: String) -> String { names[primary(lang)] ?? lang }

    private static func primary(_ lang: String) -> String { lang.prefix { $0 != "-" }.lowercased() }

    private static let names = [
        "en": "English", "ja": "日本語", "de": "Deutsch", "fr": "Français", "es": "Español", "it": "Italiano", "pt": "Português",
        "zh": "中文", "ko": "한국어", "ru": "Русский", "nl": "Nederlands", "pl": "Polski", "tr": "Türkçe", "uk": "Українська",
    ]

    private static let english = texts("""
        skip | Skip to content
        lessons | Lessons
        close | Close
        menu | Menu
        outline | On this page
        trail | You are here
        previous | Previous
        next | Next
        turn | Previous and next lesson
        edit | Edit this page
        download | Download as notebook
        languages | Languages
        older | older than its original
        olderAbout | This translation is older than its original.
        search | Search
        found | Search results
        nothing | Nothing found
        theme | Colours
        auto | Auto
        light | Light
        dark | Dark
        cell | Cell
        showCode | Show code
        copy | Copy
        copied | Copied
        data | Data
        start | Start with
        reference | Reference
        letters | Functions by their first letter
        referenceAbout | What cells can call, by module.
        moved | This page has moved.
        missing | Page not found
        missingAbout | There is no page at this address. It may have moved.
        footnotes | Footnotes
        back | Back to the text
        note | Note
        tip | Tip
        important | Important
        warning | Warning
        caution | Caution
        """)

    private static let japanese = texts("""
        skip | 本文へ
        lessons | レッスン
        close | 閉じる
        menu | メニュー
        outline | このページの内容
        trail | 現在の位置
        previous | 前へ
        next | 次へ
        turn | 前後のレッスン
        edit | このページを編集
        download | ノートブックをダウンロード
        languages | 言語
        older | 原文より古い版
        olderAbout | この翻訳は原文より古い版です。
        search | 検索
        found | 検索結果
        nothing | 見つかりませんでした
        theme | 配色
        auto | 自動
        light | ライト
        dark | ダーク
        cell | セル
        showCode | コードを表示
        copy | コピー
        copied | コピーしました
        data | データ
        start | はじめる：
        reference | リファレンス
        letters | 頭文字で探す
        referenceAbout | セルから呼び出せる関数の一覧です。
        moved | このページは移動しました。
        missing | ページが見つかりません
        missingAbout | このアドレスのページはありません。移動した可能性があります。
        footnotes | 脚注
        back | 本文へ戻る
        note | メモ
        tip | ヒント
        important | 重要
        warning | 警告
        caution | 注意
        """)

    /// Reads lines of `name | words`.
    private static func texts(_ table: String) -> [String: String] {
        let pairs = table.split(separator: "\n").map { $0.split(separator: "|", maxSplits: 1) }
        return Dictionary(pairs.map { (trimmed($0[0]), trimmed($0[1])) }) { first, _ in first }
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
