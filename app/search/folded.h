// Texts as searching compares them: no capitals, no accents, no full-width forms.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace il::app {

/// A part of a text, in QChars.
struct Range {
    qsizetype begin = 0, length = 0;
    qsizetype end() const { return begin + length; }
    friend bool operator==(const Range&, const Range&) = default;
};

/// "Ｃafé" becomes "cafe"; what was where is remembered.
class Folded {
public:
    explicit Folded(const QString& text);

    const QString& text() const { return m_text; }
    /// The part of the original that a part of text() was made from; whole characters with their accents.
    Range original(const Range& part) const;

private:
    void add(QStringView character, qsizetype from);

    QString m_text;
    /// Where each QChar of m_text comes from, and the original's length; empty when all are at their places.
    std::vector<qsizetype> m_from;
};

/// The words of a query, folded, each once.
QStringList searchWords(const QString& query);

/// Where the words (folded) are in the text, in order; what overlaps or touches is one part.
std::vector<Range> occurrences(const Folded& text, const QStringList& words);

} // namespace il::app
