// How large texts are on the stage, for the eyes in the last row.
#pragma once

#include <QString>

#include <cstdint>

namespace il::scene {

/// Larger texts come from a smaller stage that fills the same screen; see stageSize().
enum class TextSize : std::uint8_t { Normal, Large, Blackboard };

/// By how much texts grow; 1 for Normal. What a panel has no room for grows less.
constexpr double textFactor(TextSize size)
{
    return size == TextSize::Normal ? 1 : size == TextSize::Large ? 1.2 : 1.35;
}

inline QString name(TextSize size)
{
    return size == TextSize::Normal  ? QStringLiteral("normal")
           : size == TextSize::Large ? QStringLiteral("large")
                                     : QStringLiteral("blackboard");
}

/// False for a text that is no size's name; `size` stays as it was.
inline bool textSizeFromName(const QString& text, TextSize& size)
{
    for (const TextSize candidate : {TextSize::Normal, TextSize::Large, TextSize::Blackboard})
        if (name(candidate) == text) {
            size = candidate;
            return true;
        }
    return false;
}

} // namespace il::scene
