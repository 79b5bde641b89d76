#include "search.h"

#include <algorithm>
#include <tuple>

namespace il::app {
namespace {

/// What is before and after a find: 0 a whole word, 1 the beginning of one, 2 a part.
int looseness(const QString& text, qsizetype at, qsizetype length)
{
    const auto isLetter = [&text](qsizetype i) {
        return i >= 0 && i < text.size() && text[i].unicode() < 0x2E80 && text[i].isLetterOrNumber();
    };
    if (isLetter(at) && isLetter(at - 1))
        return 2;
    return isLetter(at + length - 1) && isLetter(at + length) ? 1 : 0;
}

/// The least looseness of the word's finds in the text; nothing when it isn't there.
std::optional<int> bestFind(const QString& text, const QString& word)
{
    std::optional<int> best;
    for (qsizetype at = text.indexOf(word); at >= 0 && best != 0; at = text.indexOf(word, at + 1))
        best = std::min(best.value_or(2), looseness(text, at, word.size()));
    return best;
}

/// In a passage of a lesson. Of a number its beginning counts.
std::optional<int> bestFind(Field field, const Folded& text, const QString& word)
{
    if (field == Field::Number && !text.text().startsWith(word))
        return std::nullopt;
    return bestFind(text.text(), word);
}

} // namespace

int rank(Field field)
{
    switch (field) {
    case Field::Number:
    case Field::Id:
    case Field::Title:
    case Field::ScriptTitle:
        return 0;
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

std::optional<int> SearchIndex::score(const Lesson& lesson, const QStringList& words, const QString& query)
{
    constexpr int perRank = 4;
    int sum = 0;
    for (const QString& word : words) {
        std::optional<int> best;
        for (const Passage& passage : lesson.passages) {
            const int least = rank(passage.place.field) * perRank;
            if (best && least >= *best)
                break;
            if (const auto find = bestFind(passage.place.field, passage.folded, word))
                best = std::min(best.value_or(least + *find), least + *find);
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
    std::tuple<qsizetype, int, bool, int> least;
    for (const Passage& passage : lesson.passages) {
        if (isShownTitle(passage.place))
            continue;
        qsizetype missing = others.size();
        int loose = 0;
        for (const QString& word : others)
            if (const auto find = bestFind(passage.place.field, passage.folded, word)) {
                --missing;
                loose += *find;
            }
        if (missing == others.size())
            continue;
        const bool foreign = passage.place.language.value_or(shown) != shown;
        const std::tuple key(missing, rank(passage.place.field), foreign, loose);
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
