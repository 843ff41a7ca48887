#pragma once

#include <chrono>
#include <map>

namespace starqueue::counter {

/// Whether a key that goes down is a press of a hand, or one that has been held since: a keyboard repeats a
/// held key, and some systems tell each repetition as a release and a press at once. Times in steady
/// milliseconds. Pure.
class KeyLatch
{
public:
    /// A hand takes longer from letting a key go to its next press.
    static constexpr std::chrono::milliseconds kUp{150};

    /// The key goes down; true: it may act.
    [[nodiscard]] bool press(int key, std::chrono::milliseconds now);
    void release(int key, std::chrono::milliseconds now);
    /// The keyboard belongs to another window: whatever is let go there isn't told.
    void releaseAll(std::chrono::milliseconds now);

private:
    struct Key
    {
        bool isDown = false;
        std::chrono::milliseconds released{-kUp};
    };
    std::map<int, Key> m_keys;
};

} // namespace starqueue::counter
