// A lesson's Markdown, and its way to HTML.
#include <QTest> // first: moc 6.4 stumbles over <compare> when it comes before Qt

#include "lesson/figures.h"
#include "lesson/html.h"
#include "lesson/lesson.h"

#include <rapidcheck.h>

using namespace il;
using namespace il::lesson;

class TestLessonText : public QObject {
    Q_OBJECT

private slots:
    void allParts_data();
    void allParts();
    void errors_data();
    void errors();
    void codeIsNoHeading();
    void chineseLinesJoinWithoutSpaces();
    void html_data();
    void html();
    void figures_data();
    void figures();
    void anyLinesGiveATextOrMessages();
};

namespace {

/// A sound text with `more` behind it, which begins in line 11.
QByteArray withMore(const QByteArray& more)
{
    return "# Title\n\n## Question\n\nWhy?\n\n## Answer\n\nSo.\n\n" + more;
}

QString rendered(const std::vector<script::Diagnostic>& problems)
{
    std::string text;
    for (const script::Diagnostic& problem : problems)
        text += render(problem, script::Locale::English);
    return QString::fromStdString(text);
}

} // namespace

void TestLessonText::allParts_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::newRow("english") << QByteArray(R"(# A lock

## Question

What is *it*?

Two paragraphs.

## Answer

### Deeper headings are part of the text

- so are lists

## Correction

None.

## Cue: read

> The thread reads
> the counter.

It may be {{lost}}.

### Predict

What next?

- Nothing is lost
  at all `lost == 0`
- Something, `here` ``lost > 0``

## Cue: write

> It writes.
)");
    QTest::newRow("chinese headings, CRLF, byte order mark, no last line end")
        << QByteArray("\xEF\xBB\xBF") +
               QByteArray(
                   "# A lock\n\n## 问题\nWhat is *it*?\n\nTwo paragraphs.\n## 回答\n### Deeper headings are "
                   "part of the text\n\n- so are lists\n## 勘误\nNone.\n## 要点：read\n> The thread "
                   "reads\nthe "
                   "counter.\n\nIt may be {{lost}}.\n### 预测\nWhat next?\n* Nothing is lost at all `lost == "
                   "0`\n* Something, `here` `` lost > 0 ``\n## 要点: write\n>It writes.")
                   .replace("\n", "\r\n");
}

void TestLessonText::allParts()
{
    QFETCH(QByteArray, markdown);
    const auto result = parseText(markdown.toStdString(), "en.md");
    QVERIFY2(result.has_value(), result ? "" : qPrintable(rendered(result.error())));
    QCOMPARE(result->title, std::string("A lock"));
    QCOMPARE(result->question, std::string("What is *it*?\n\nTwo paragraphs."));
    QCOMPARE(result->answer, std::string("### Deeper headings are part of the text\n\n- so are lists"));
    QCOMPARE(result->correction, std::string("None."));
    QCOMPARE(result->cues.size(), std::size_t{2});
    const CueText& read = result->cues[0];
    QCOMPARE(read.cue, std::string("read"));
    QCOMPARE(read.caption, std::string("The thread reads the counter."));
    QCOMPARE(read.body, std::string("It may be {{lost}}."));
    QVERIFY(read.prediction.has_value());
    QCOMPARE(read.prediction->question, std::string("What next?"));
    QCOMPARE(read.prediction->options.size(), std::size_t{2});
    QCOMPARE(read.prediction->options[0].text, std::string("Nothing is lost at all"));
    QCOMPARE(read.prediction->options[0].condition, std::string("lost == 0"));
    QCOMPARE(read.prediction->options[1].text, std::string("Something, `here`"));
    QCOMPARE(read.prediction->options[1].condition, std::string("lost > 0"));
    QCOMPARE(result->cues[1].caption, std::string("It writes."));
    QVERIFY(result->cues[1].body.empty());
    QVERIFY(!result->cues[1].prediction);
}

void TestLessonText::errors_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QByteArray& markdown, const char* expected) {
        QTest::newRow(name) << markdown << QString::fromUtf8(expected);
    };
    row("nothing", "",
        "t.md: error: the text has no title: begin it with '# Title'\n"
        "t.md: error: the text has no section '## Question': add it\n"
        "t.md: error: the text has no section '## Answer': add it\n");
    row("stray text", "Hello\n" + withMore(""),
        "t.md:1:1: error: this text belongs to no section: put it below '## Question', '## Answer' or a cue\n"
        "Hello\n^^^^^\n");
    row("second title", withMore("# Two"),
        "t.md:11:1: error: a lesson has one title: begin sections with '##'\n# Two\n^^^^^\n");
    row("unknown heading", withMore("## Frage\n\nx"),
        "t.md:11:1: error: there is no section 'Frage': use '## Question', '## Answer', '## Correction' or "
        "'## Cue: name'\n## Frage\n^^^^^^^^\n");
    row("empty section", withMore("## Correction\n\n"),
        "t.md:11:1: error: the section 'Correction' is empty: write it, or leave its heading out\n"
        "## Correction\n^^^^^^^^^^^^^\n");
    row("section twice", withMore("## 回答\n\nx"),
        "t.md:11:1: error: '回答' occurs twice here: join the two\n## 回答\n^^^^^^^\n");
    row("cue twice", withMore("## Cue: a\n> x\n## Cue: a\n> y"),
        "t.md:13:1: error: the cue 'a' has two sections: join them\n## Cue: a\n^^^^^^^^^\n");
    row("cue without name", withMore("## Cue:\n> x"),
        "t.md:11:1: error: the cue has no name: write the one that the script has after '#:'\n"
        "## Cue:\n^^^^^^^\n");
    row("no caption", withMore("## Cue: a\n\ntext\n\n> too late"),
        "t.md:11:1: error: the cue 'a' has no caption: begin its section with one sentence as a quote, '> "
        "...'\n"
        "## Cue: a\n^^^^^^^^^\n");
    row("subheading", withMore("## Cue: a\n> x\n### Predcit\ny"),
        "t.md:13:1: error: below a cue only '### Predict' can stand, not 'Predcit'\n### "
        "Predcit\n^^^^^^^^^^^\n");
    row("prediction without question", withMore("## Cue: a\n> x\n### Predict\n- a `1`\n- b `2`"),
        "t.md:13:1: error: the prediction asks nothing: write the question below its heading\n"
        "### Predict\n^^^^^^^^^^^\n");
    row("one option", withMore("## Cue: a\n> x\n### Predict\nq\n- a `1`"),
        "t.md:13:1: error: a prediction needs two options or more: add list items, '- text `condition`'\n"
        "### Predict\n^^^^^^^^^^^\n");
    row("no condition", withMore("## Cue: a\n> x\n### Predict\nq\n- a `1`\n- b"),
        "t.md:16:1: error: the option doesn't say when it is right: end it with a condition, '`lost > 0`'\n"
        "- b\n^^^\n");
    row("no text", withMore("## Cue: a\n> x\n### Predict\nq\n- a `1`\n- `2`"),
        "t.md:16:1: error: the option has no text: write it before the condition\n- `2`\n^^^^^\n");
    row("open figure", withMore("## Correction\n{{lost\n\n}}"),
        "t.md:12:1: error: this '{{' isn't closed: add '}}' in the same paragraph\n{{lost\n^^^^^^\n");
    row("empty figure", withMore("## Correction\n{{ }} and {{x}}"),
        "t.md:12:1: error: nothing stands between '{{' and '}}': write an expression, like {{lost}}\n"
        "{{ }} and {{x}}\n^^^^^^^^^^^^^^^\n");
    row("no UTF-8", withMore("## Correction\n\xB4\xED"),
        "t.md:12:1: error: this byte isn't UTF-8 text: save the file in the UTF-8 encoding\n\n^\n");
}

void TestLessonText::errors()
{
    QFETCH(QByteArray, markdown);
    QFETCH(QString, expected);
    const auto result = parseText(markdown.toStdString(), "t.md");
    QVERIFY(!result);
    QCOMPARE(rendered(result.error()), expected);
}

void TestLessonText::codeIsNoHeading()
{
    const auto result = parseText(
        withMore("## Correction\n```python\n## Cue: no\nx = {{\n~~~\n```\n    # no\n#no\n#######\nend")
            .toStdString(),
        "t.md");
    QVERIFY2(result.has_value(), result ? "" : qPrintable(rendered(result.error())));
    QVERIFY(result->cues.empty());
    QVERIFY(QString::fromStdString(result->correction).endsWith("end"));
}

void TestLessonText::chineseLinesJoinWithoutSpaces()
{
    const auto result =
        parseText(withMore("## 要点：a\n> 线程读取\n> 计数器 x\n> 的值。\n> 完。").toStdString(), "t.md");
    QVERIFY(result.has_value());
    QCOMPARE(QString::fromStdString(result->cues[0].caption), QStringLiteral("线程读取计数器 x 的值。完。"));
}

void TestLessonText::html_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QByteArray("a *b* `c`") << QByteArray("<p>a <em>b</em> <code>c</code></p>\n");
    QTest::newRow("raw html")
        << QByteArray("<script>x</script>\n\na <b>b</b>")
        << QByteArray("<p>&lt;script&gt;x&lt;/script&gt;</p>\n<p>a &lt;b&gt;b&lt;/b&gt;</p>\n");
    QTest::newRow("link") << QByteArray("[a](https://b.c)")
                          << QByteArray("<p><a href=\"https://b.c\">a</a></p>\n");
    QTest::newRow("odd link") << QByteArray("[a](javascript:b) [c](file:///etc)")
                              << QByteArray(
                                     "<p><a name=\"javascript:b\">a</a> <a name=\"file:///etc\">c</a></p>\n");
    QTest::newRow("chinese") << QByteArray("线程\n读取\nx\n完") << QByteArray("<p>线程读取\nx\n完</p>\n");
    QTest::newRow("code keeps lines")
        << QByteArray("```\n线\n程\n```") << QByteArray("<pre><code>线\n程\n</code></pre>\n");
    QTest::newRow("table") << QByteArray("|a|\n|---|\n|b|")
                           << QByteArray(
                                  "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
                                  "<td>b</td>\n</tr>\n</tbody>\n</table>\n");
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestLessonText::html()
{
    QFETCH(QByteArray, markdown);
    QFETCH(QByteArray, expected);
    QCOMPARE(QString::fromStdString(toHtml(markdown.toStdString())), QString::fromUtf8(expected));
}

void TestLessonText::figures_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << "abc"
                          << "abc";
    QTest::newRow("two") << "a {{b}} c {{ d(e) }}"
                         << "a [b] c [d(e)]";
    QTest::newRow("open") << "a {{b}} {{c"
                          << "a [b] {{c";
    QTest::newRow("adjacent") << "{{a}}{{b}}"
                              << "[a][b]";
}

void TestLessonText::figures()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto bracketed = [](std::string_view expression) { return "[" + std::string(expression) + "]"; };
    QCOMPARE(QString::fromStdString(withFigures(text.toStdString(), bracketed)), expected);
}

void TestLessonText::anyLinesGiveATextOrMessages()
{
    const std::vector<std::string> lines{
        "# T",  "#",    "##",        "## Question", "## 回答", "## Cue: a", "## Cue: b", "### Predict",
        "> q",  ">",    "- a `x`",   "- ",          "- `",     "``",        "```",       "~~~",
        "text", "",     "    # x",   "{{a}}",       "{{",      "}}",        "{{}}",      "\r",
        "锁",   "\xff", "- a ``b``", "-",           "####",    "####### x"};
    QVERIFY(rc::check("lines", [&] {
        std::string markdown;
        for (const std::string& line :
             *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(lines)))
            markdown += line + "\n";
        const auto result = parseText(markdown, "t.md");
        const bool sound = result.has_value() || !result.error().empty();
        RC_ASSERT(sound);
        for (std::size_t i = 0; !result && i < result.error().size(); ++i)
            RC_ASSERT(message(result.error()[i], script::Locale::English) != result.error()[i].id);
        toHtml(markdown);
    }));
}

QTEST_GUILESS_MAIN(TestLessonText)
#include "tst_lesson_text.moc"
