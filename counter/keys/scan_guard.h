#pragma once

#include <QString>

#include <chrono>
#include <utility>

namespace starqueue::counter {

/// Tells a key that a clerk presses from what a scanner types: a scanner's characters come one upon the
/// other. Fed with the time, in steady milliseconds.
class ScanGuard
{
public:
    static constexpr std::chrono::milliseconds kBetween{100}; ///< at most, within one scan

    /// One more character.
    void type(const QString& character, std::chrono::milliseconds now)
    {
        m_typed += character;
        m_last = now;
    }
    /// Whether more may belong to what was typed.
    [[nodiscard]] bool isWaiting(std::chrono::milliseconds now) const
    {
        return !m_typed.isEmpty() && now - m_last < kBetween;
    }
    /// What was typed so far: one character of a hand, or a whole scan. It is forgotten.
    [[nodiscard]] QString take() { return std::exchange(m_typed, {}); }

private:
    QString m_typed;
    std::chrono::milliseconds m_last{0};
};

} // namespace starqueue::counter
