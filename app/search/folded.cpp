#include "folded.h"

#include <algorithm>

namespace il::app {
namespace {

constexpr qsizetype longestQuery = 200, mostWords = 12;

/// Letters and signs that folding leaves as they are: most of Chinese.
bool staysAsItIs(QChar c)
{
    return c.unicode() >= 0x3000 && c.unicode() < 0xA000;
}

bool isAscii(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

Folded::Folded(const QString& text)
{
    if (isAscii(text)) {
        m_text = text.toLower();
        return;
    }
    m_text.reserve(text.size());
    m_from.reserve(static_cast<std::size_t>(text.size()) + 1);
    for (qsizetype i = 0; i < text.size();) {
        const bool pair = i + 1 < text.size() && text[i].isHighSurrogate() && text[i + 1].isLowSurrogate();
        const qsizetype length = pair ? 2 : 1;
        add(QStringView(text).mid(i, length), i);
        i += length;
    }
    m_from.push_back(text.size());
}

void Folded::add(QStringView character, qsizetype from)
{
    const auto append = [this, from](QStringView part) {
        m_text += part;
        m_from.insert(m_from.end(), static_cast<std::size_t>(part.size()), from);
    };
    if (character.front().unicode() < 0x80)
        return append(QString(character.front().toLower()));
    if (staysAsItIs(character.front()))
        return append(character);
    const QString parts = character.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar part : parts)
        if (!part.isMark())
            append(QStringView(&part, 1));
}

Range Folded::original(const Range& part) const
{
    if (m_from.empty())
        return part;
    const auto from = [this](qsizetype at) { return m_from[static_cast<std::size_t>(at)]; };
    const qsizetype begin = from(part.begin);
    qsizetype last = part.end();
    // A ligature's second half isn't a place of its own.
    while (last < m_text.size() && part.length > 0 && from(last) == from(part.end() - 1))
        ++last;
    return {begin, from(last) - begin};
}

QStringList searchWords(const QString& query)
{
    QStringList words = Folded(query.left(longestQuery)).text().simplified().split(u' ', Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words.first(std::min(words.size(), mostWords));
}

std::vector<Range> occurrences(const Folded& text, const QStringList& words)
{
    std::vector<Range> found;
    for (const QString& word : words)
        for (qsizetype at = text.text().indexOf(word); at >= 0;
             at = text.text().indexOf(word, at + word.size()))
            found.push_back(text.original({at, word.size()}));
    std::sort(found.begin(), found.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
    std::vector<Range> merged;
    for (const Range& part : found) {
        if (!merged.empty() && part.begin <= merged.back().end())
            merged.back().length = std::max(merged.back().end(), part.end()) - merged.back().begin;
        else
            merged.push_back(part);
    }
    return merged;
}

} // namespace il::app
