// Our syntax trees against CPython 3.11's, over every Python file here and a table of grammar cases.
#include "script/parser.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace il::script;

namespace {

const QString casesFile = QStringLiteral(IL_SOURCE_DIR "/tests/conformance/grammar_cases.txt");

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Name to source, in the file's order; see dump_asts.py.
QList<std::pair<QString, QByteArray>> readCases()
{
    QList<std::pair<QString, QByteArray>> cases;
    for (const QByteArray& line : read(casesFile).split('\n')) {
        if (line.startsWith("--- "))
            cases.append({QString::fromUtf8(line.mid(4)), {}});
        else if (!cases.isEmpty())
            cases.last().second += line + '\n';
    }
    if (!cases.isEmpty())
        cases.last().second.chop(1); // split() sees an empty line after the last newline
    return cases;
}

QStringList pythonFiles()
{
    QStringList paths;
    for (const char* folder : {"resources", "tests", "visualizers", "script", "app"}) {
        QDirIterator it(QStringLiteral(IL_SOURCE_DIR "/") + QLatin1String(folder), {QStringLiteral("*.py")},
                        QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            paths << it.next();
    }
    paths.sort();
    return paths;
}

struct Dumps {
    QByteArray plain, withPositions;
};

Dumps ours(const QByteArray& source)
{
    const auto module = parse({source.constData(), static_cast<std::size_t>(source.size())}, "case.py");
    if (!module)
        return {"SyntaxError", "SyntaxError"};
    return {QByteArray::fromStdString(dump(*module)), QByteArray::fromStdString(dump(*module, true))};
}

/// Multi-line f-strings have fields' positions that differ on purpose.
bool hasComparablePositions(const QByteArray& source)
{
    static const QRegularExpression longFormat(QStringLiteral("[fF][rR]?(\"\"\"|''')"));
    return !longFormat.match(QString::fromUtf8(source)).hasMatch();
}

} // namespace

class TestAst : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void sameTree_data();
    void sameTree();

private:
    QHash<QString, Dumps> m_expected;
};

void TestAst::initTestCase()
{
    const QString python = QStringLiteral("python3");
    QProcess version;
    version.start(python, {QStringLiteral("--version")});
    if (!version.waitForFinished() || !version.readAllStandardOutput().startsWith("Python 3.11"))
        QSKIP("needs python3 to be CPython 3.11");
    QTemporaryDir folder;
    const QString out = folder.filePath(QStringLiteral("dumps.txt"));
    QProcess process;
    process.start(
        python, QStringList{QStringLiteral(IL_SOURCE_DIR "/tests/conformance/dump_asts.py"), casesFile, out} +
                    pythonFiles());
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(process.readAllStandardError(), QByteArray());
    const QList<QByteArray> lines = read(out).split('\n');
    for (qsizetype i = 0; i + 2 < lines.size(); i += 3)
        m_expected.insert(QString::fromUtf8(lines[i]), {lines[i + 1], lines[i + 2]});
    QVERIFY(m_expected.size() >= 150);
}

void TestAst::sameTree_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("source");
    for (const auto& [name, source] : readCases())
        QTest::newRow(qPrintable(name)) << name << source;
    for (const QString& path : pythonFiles())
        QTest::newRow(qPrintable(QDir(QStringLiteral(IL_SOURCE_DIR)).relativeFilePath(path)))
            << path << read(path);
}

void TestAst::sameTree()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, source);
    QVERIFY(m_expected.contains(name));
    const Dumps expected = m_expected.value(name);
    const Dumps actual = ours(source);
    QCOMPARE(actual.plain, expected.plain);
    if (hasComparablePositions(source))
        QCOMPARE(actual.withPositions, expected.withPositions);
}

QTEST_GUILESS_MAIN(TestAst)
#include "tst_ast.moc"
