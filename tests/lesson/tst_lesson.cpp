// Whole folders, sound and broken ones.
#include <QTest> // first: moc 6.4 stumbles over <compare> when it comes before Qt

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "lesson/lesson.h"

using namespace il;
using namespace il::lesson;

class TestLesson : public QObject {
    Q_OBJECT

private slots:
    void soundFolder();
    void everyShippedLessonLoads_data();
    void everyShippedLessonLoads();
    void errors_data();
    void errors();
    void missingFolder();
    void hugeFileIsRefused();
    void everyMessageExistsInChinese();
};

namespace {

using Files = QMap<QString, QByteArray>;

const QByteArray code = "x = 0\nx = 1  #: write\n";
const QByteArray english =
    "# Title\n## Question\nq\n## Answer\na\n## Cue: write\n> It writes.\n### Predict\nq\n"
    "- yes `lost == 0`\n- no `lost > 0`\n";
const QByteArray chinese = "# 标题\n## 问题\n问\n## 回答\n答\n## 要点：write\n> 写入。\n### 预测\n问\n"
                           "- 是 `lost == 0`\n- 否 `lost > 0`\n";

Files sound()
{
    return {{"a.py", code}, {"en.md", english}, {"zh_CN.md", chinese}};
}

/// A folder named "demo" with these files.
class Folder {
public:
    explicit Folder(const Files& files)
    {
        QDir(m_root.path()).mkdir("demo");
        for (auto it = files.begin(); it != files.end(); ++it) {
            QFile file(m_root.filePath("demo/" + it.key()));
            if (file.open(QIODevice::WriteOnly))
                file.write(it.value());
        }
    }
    std::filesystem::path path() const { return m_root.filePath("demo").toStdString(); }

private:
    QTemporaryDir m_root;
};

QString rendered(const std::vector<script::Diagnostic>& problems,
                 script::Locale locale = script::Locale::English)
{
    std::string text;
    for (const script::Diagnostic& problem : problems)
        text += render(problem, locale);
    return QString::fromStdString(text);
}

} // namespace

void TestLesson::soundFolder()
{
    Files files = sound();
    files["b.py"] = "y = 1 #: write\n";
    files["notes.txt"] = "not read";
    const Folder folder(files);
    const auto result = load(folder.path());
    QVERIFY2(result.has_value(), result ? "" : qPrintable(rendered(result.error())));
    QCOMPARE(result->id, std::string("demo"));
    QCOMPARE(result->scripts.size(), std::size_t{2});
    QCOMPARE(result->scripts[0].name, std::string("a"));
    QCOMPARE(result->scripts[1].name, std::string("b"));
    QCOMPARE(result->scripts[0].program.file, std::string("a.py"));
    QCOMPARE(result->texts[0].title, std::string("Title"));
    QCOMPARE(result->texts[1].title, std::string("标题"));
    QCOMPARE(load(folder.path() / "").value().id, std::string("demo"));
}

void TestLesson::everyShippedLessonLoads_data()
{
    QTest::addColumn<QString>("path");
    const QDir lessons(QStringLiteral(IL_SOURCE_DIR "/resources/lessons"));
    for (const QString& name : lessons.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << lessons.filePath(name);
}

void TestLesson::everyShippedLessonLoads()
{
    QFETCH(QString, path);
    const auto result = load(path.toStdString());
    QVERIFY2(result.has_value(), result ? "" : qPrintable(rendered(result.error())));
    for (const Script& shipped : result->scripts)
        QVERIFY(!shipped.metadata.title[0].empty());
}

void TestLesson::errors_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const Files& change, const char* expected) {
        Files files = sound();
        for (auto it = change.begin(); it != change.end(); ++it)
            it.value().isNull() ? static_cast<void>(files.remove(it.key()))
                                : static_cast<void>(files.insert(it.key(), it.value()));
        QTest::newRow(name) << files << QString::fromUtf8(expected);
    };
    row("no script", {{"a.py", {}}},
        "demo: error: the folder holds no script: add a file whose name ends in .py\n");
    row("no chinese", {{"zh_CN.md", {}}},
        "demo/zh_CN.md: error: this can't be read (No such file or directory): check that it exists and "
        "that you "
        "may read it\n");
    row("cue without text", {{"a.py", code + "y = 1  #: more\n"}},
        "demo/a.py:3:1: error: the cue 'more' has no section in en.md: add '## Cue: more', or remove the "
        "mark\n"
        "y = 1  #: more\n^\n"
        "demo/a.py:3:1: error: the cue 'more' has no section in zh_CN.md: add '## Cue: more', or remove the "
        "mark\n"
        "y = 1  #: more\n^\n");
    row("text without cue", {{"en.md", english + "## Cue: more\n> x\n"}},
        "demo/en.md:12:1: error: no script marks the cue 'more': add '#: more' to a line, or remove the "
        "section\n"
        "## Cue: more\n^^^^^^^^^^^^\n");
    row("other condition", {{"zh_CN.md", QByteArray(chinese).replace("lost > 0", "lost > 1")}},
        "demo/zh_CN.md:11:1: error: the English text has the condition 'lost > 0' here: make the two equal\n"
        "- 否 `lost > 1`\n^^^^^^^^^^^^^^^\n");
    row("more options", {{"zh_CN.md", chinese + "- 三 `lost > 2`\n"}},
        "demo/zh_CN.md:8:1: error: this prediction has 3 options, the English one 2: make them equal\n"
        "### 预测\n^^^^^^^^\n");
    row("prediction missing", {{"zh_CN.md", chinese.left(chinese.indexOf("###"))}},
        "demo/zh_CN.md:6:1: error: the cue 'write' has a prediction in one language only: add it to the "
        "other text\n"
        "## 要点：write\n^^^^^^^^^^^^^^\n");
    row("metadata", {{"a.py", "# /// script\n# [tool.interleave]\n# cores = 0\n# ///\n" + code}},
        "demo/a.py:3:11: error: the value of 'cores' must lie between 1 and 64\n# cores = 0\n          ^\n");
    row("everything at once",
        {{"a.py", "# /// script\n# [tool.interleave]\n# cores = 0\n# ///\n"},
         {"en.md", {}},
         {"zh_CN.md", "# 标题\n"}},
        "demo/a.py:3:11: error: the value of 'cores' must lie between 1 and 64\n# cores = 0\n          ^\n"
        "demo/en.md: error: this can't be read (No such file or directory): check that it exists and that "
        "you may "
        "read it\n"
        "demo/zh_CN.md: error: the text has no section '## Question': add it\n"
        "demo/zh_CN.md: error: the text has no section '## Answer': add it\n");
}

void TestLesson::errors()
{
    QFETCH(Files, files);
    QFETCH(QString, expected);
    const Folder folder(files);
    const auto result = load(folder.path());
    QVERIFY(!result);
    QCOMPARE(rendered(result.error()), expected);
}

void TestLesson::missingFolder()
{
    const auto result = load("/nowhere/at all");
    QVERIFY(!result);
    QCOMPARE(rendered(result.error()),
             QStringLiteral(
                 "at all: error: this can't be read (No such file or directory): check that it exists and "
                 "that you may read it\n"));
}

void TestLesson::hugeFileIsRefused()
{
    Files files = sound();
    files["en.md"] = QByteArray(2 << 20, 'x');
    files["b.py"] = QByteArray(2 << 20, '#');
    const Folder folder(files);
    const auto result = load(folder.path());
    QVERIFY(!result);
    QCOMPARE(rendered(result.error()),
             QStringLiteral("demo/b.py: error: the file is larger than 1048576 bytes: make it shorter\n"
                            "demo/en.md: error: the file is larger than 1048576 bytes: make it shorter\n"));
}

void TestLesson::everyMessageExistsInChinese()
{
    const Folder folder({{"zh_CN.md", "x\n"}});
    const auto result = load(folder.path());
    QVERIFY(!result);
    const QString text = rendered(result.error(), script::Locale::Chinese);
    QVERIFY(text.contains(QStringLiteral("文件夹中没有脚本")));
    QVERIFY(text.contains(QStringLiteral("文本缺少小节“## 问题”")));
    QVERIFY(!text.contains(QStringLiteral("lesson-")));
}

QTEST_GUILESS_MAIN(TestLesson)
#include "tst_lesson.moc"
