// A script as the code card lists it: without metadata and cue comments, cut into coloured runs.
#pragma once

#include <QString>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace il::scene {

enum class TokenKind : std::uint8_t { Plain, Keyword, Text, Number, Comment };

struct CodeRun {
    QString text;   ///< never starts or ends with a space unless it is a string or a comment
    int column = 0; ///< of its first character in the line, counted in characters
    TokenKind kind = TokenKind::Plain;
};

struct ListingLine {
    int number = 0; ///< in the file, from 1
    QString text;   ///< tabs as four spaces, no trailing spaces
    std::vector<CodeRun> runs;
};

struct Listing {
    std::vector<ListingLine> lines;
    /// Index of line `number`, or of the last one shown before it; -1 when there is none.
    int indexOf(int number) const;
    /// Characters of a line that is longer than nine tenths of the lines.
    int longLine() const;
};

/// What the card shows of `source`: the PEP 723 block at the top and whole-line `#: cue` comments are left
/// out (so numbers have gaps), trailing ones are cut off, and neighbouring blank lines count as one.
Listing makeListing(const std::string& source);
/// The same, kept for the next picture of the same script.
std::shared_ptr<const Listing> cachedListing(const std::string& source);

} // namespace il::scene
