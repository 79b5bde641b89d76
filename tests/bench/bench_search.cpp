// What a key in the search field costs over 100 lessons, beside looking once through all of their text.
#include "app/search/search.h"

#include <benchmark/benchmark.h>

namespace {

using namespace il;
using namespace il::app;

/// The product's lessons again and again.
const std::vector<LibraryEntry>& hundredLessons()
{
    static const std::vector<LibraryEntry> lessons = [] {
        const std::vector<LibraryEntry> own = loadLibrary({IL_LESSONS_DIR});
        std::vector<LibraryEntry> all;
        while (!own.empty() && all.size() < 100)
            all.push_back(own[all.size() % own.size()]);
        return all;
    }();
    return lessons;
}

const SearchIndex& index()
{
    static const SearchIndex made(hundredLessons());
    return made;
}

void search(benchmark::State& state, const QString& query)
{
    index();
    for (auto _ : state)
        benchmark::DoNotOptimize(index().find(query, scene::Language::English));
}
BENCHMARK_CAPTURE(search, common, QStringLiteral("e"))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search, word, QStringLiteral("lock"))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search, chinese, QStringLiteral("线程"))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search, three, QStringLiteral("lock thread print"))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search, nothing, QStringLiteral("zebra"))->Unit(benchmark::kMicrosecond);

/// The floor: one look through the texts, all in one piece, for a word that isn't there.
void lookThrough(benchmark::State& state)
{
    QString all;
    for (const LibraryEntry& entry : hundredLessons()) {
        if (entry.lesson == nullptr)
            continue;
        for (const lesson::Text& text : entry.lesson->texts) {
            all += QString::fromStdString(text.question + text.answer + text.correction);
            for (const lesson::CueText& cue : text.cues)
                all += QString::fromStdString(cue.caption + cue.body);
        }
        for (const lesson::Script& script : entry.lesson->scripts)
            for (const std::string& line : script.program.lines)
                all += QString::fromStdString(line);
    }
    const QString wanted = QStringLiteral("zebra");
    for (auto _ : state)
        benchmark::DoNotOptimize(all.indexOf(wanted));
}
BENCHMARK(lookThrough)->Unit(benchmark::kMicrosecond);

void makeIndex(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(SearchIndex(hundredLessons()));
}
BENCHMARK(makeIndex)->Unit(benchmark::kMillisecond);

} // namespace
