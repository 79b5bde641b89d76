#include "examples.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

std::vector<Example> readExamples()
{
    std::vector<std::pair<int, Example>> found;
    const QDir folder(u":/examples"_s);
    for (const QString& name : folder.entryList({u"*.py"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = file.readAll();
        const auto lesson = loadSource(text.toStdString(), name.toStdString());
        Q_ASSERT(lesson); // tests/app/tst_editor.cpp runs each
        if (!lesson)
            continue;
        const lesson::Metadata& metadata = (*lesson)->scripts.front().metadata;
        found.push_back({metadata.order, {name, metadata.title, QString::fromUtf8(text)}});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Example> sorted;
    for (auto& entry : found)
        sorted.push_back(std::move(entry.second));
    return sorted;
}

} // namespace

const std::vector<Example>& examples()
{
    static const std::vector<Example> all = readExamples();
    return all;
}

} // namespace il::app
