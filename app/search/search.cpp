#include "search.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace il::app {
namespace {

constexpr int perRank = 4;

/// What a find costs for what is before and after it: nothing for a whole word, a little for the beginning of
/// one, more than a rank for the inside ("lock" in "clock"). Chinese has no gaps between words.
int looseness(const QString& text, qsizetype at, qsizetype length)
{
    const auto isLetter = [&text](qsizetype i) {
        return i >= 0 && i < text.size() && text[i].unicode() < 0x2E80 && text[i].isLetterOrNumber();
    };
    if (isLetter(at) && isLetter(at - 1))
        return perRank + 1;
    return isLetter(at + length - 1) && isLetter(at + length) ? 1 : 0;
}

/// The least cost of the word in a passage; nothing when it isn't there. Of a number only its beginning
/// counts.
std::optional<int> costOf(const QString& word, Field field, const QString& text)
{
    if (field == Field::Number && !text.startsWith(word))
        return std::nullopt;
    std::optional<int> least;
    for (qsizetype at = text.indexOf(word); at >= 0 && least != 0; at = text.indexOf(word, at + 1)) {
        const int cost = looseness(text, at, word.size());
        least = std::min(least.value_or(cost), cost);
    }
    return least ? std::optional(rank(field) * perRank + *least) : std::nullopt;
}

} // namespace

int rank(Field field)
{
    switch (field) {
    case Field::Number:
    case Field::Id:
    case Field::Title:
        return 0;
    case Field::Script:
    case Field::ScriptTitle:
    case Field::Question:
    case Field::Goal:
        return 1;
    case Field::Cue:
    case Field::Prediction:
        return 2;
    case Field::Answer:
    case Field::Correction:
        return 3;
    case Field::Code:
        return 4;
    }
    return 4;
}

const char* idOf(Field field)
{
    static constexpr std::array ids{"number", "id",  "title",      "script", "script-title", "question",
                                    "goal",   "cue", "prediction", "answer", "correction",   "code"};
    return ids[static_cast<std::size_t>(field)];
}

std::optional<int> SearchIndex::score(const Lesson& lesson, const QStringList& words, const QString& query)
{
    int sum = 0;
    for (const QString& word : words) {
        std::optional<int> best;
        for (const Passage& passage : lesson.passages) {
            if (best && rank(passage.place.field) * perRank >= *best)
                break;
            if (const auto cost = costOf(word, passage.place.field, passage.folded.text()))
                best = std::min(best.value_or(*cost), *cost);
        }
        if (!best)
            return std::nullopt;
        sum += *best;
    }
    const bool isCalledSo =
        std::any_of(lesson.passages.begin(), lesson.passages.end(), [&query](const Passage& passage) {
            return rank(passage.place.field) == 0 && passage.folded.text() == query;
        });
    return isCalledSo ? -1 : sum;
}

Hit SearchIndex::hitIn(const Lesson& lesson, const QStringList& words, scene::Language shown)
{
    Hit hit{.entry = lesson.entry, .title = {}, .passage = {}};
    QStringList others = words;
    const auto isShownTitle = [shown](const Place& place) {
        return place.field == Field::Title && place.language.value_or(shown) == shown;
    };
    for (const Passage& passage : lesson.passages)
        if (isShownTitle(passage.place)) {
            hit.title = occurrences(passage.folded, words);
            others.removeIf([&](const QString& word) { return passage.folded.text().contains(word); });
        }
    if (others.isEmpty())
        return hit;
    const Passage* best = nullptr;
    std::tuple<qsizetype, int, bool> least;
    for (const Passage& passage : lesson.passages) {
        if (isShownTitle(passage.place))
            continue;
        qsizetype missing = others.size();
        int sum = 0;
        for (const QString& word : others)
            if (const auto cost = costOf(word, passage.place.field, passage.folded.text())) {
                --missing;
                sum += *cost;
            }
        if (missing == others.size())
            continue;
        const bool foreign = passage.place.language.value_or(shown) != shown;
        const std::tuple key(missing, sum, foreign);
        if (best == nullptr || key < least) {
            best = &passage;
            least = key;
        }
    }
    if (best != nullptr)
        hit.passage = {best->place, {best->text, occurrences(best->folded, words)}};
    return hit;
}

std::vector<Hit> SearchIndex::find(const QString& query, scene::Language shown) const
{
    const QStringList words = searchWords(query);
    const QString whole = Folded(query).text().simplified();
    if (words.isEmpty())
        return {};
    std::vector<std::pair<int, const Lesson*>> found;
    for (const Lesson& lesson : m_lessons)
        if (const auto score = SearchIndex::score(lesson, words, whole))
            found.emplace_back(*score, &lesson);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Hit> hits;
    for (const auto& entry : found)
        hits.push_back(hitIn(*entry.second, words, shown));
    return hits;
}

} // namespace il::app
