// The chain of causes in words.
#pragma once

#include "scene/words.h"
#include "trace/why.h"

#include <vector>

namespace il::scene {

/// A moment that a sentence names: the place of "3.4 ms" in it.
struct WhyLink {
    qsizetype start = 0, length = 0;
    trace::SimTime at;
};

struct WhySentence {
    trace::ThreadId thread = trace::noThread; ///< whom it is about
    QString text;
    std::vector<WhyLink> links; ///< in order, not overlapping
};

/// One entry for each link of `chain`, which trace::why() made of the same view (context "Why").
std::vector<WhySentence> whyWords(const trace::Trace& trace, const trace::View& view,
                                  const std::vector<trace::Cause>& chain, const Words& words);

} // namespace il::scene
