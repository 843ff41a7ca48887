#pragma once

#include <house/bridge/panel_checkers.h>

#include <map>
#include <string>

namespace starqueue::house {

/// A keypad's key is one command to its counter, sent as long as it is fresh and never again: whoever pressed
/// before a cable was mended has forgotten it. The keypad is told that it is done with.
class KeysActOnceAndAtOnce final : public Checker
{
public:
    explicit KeysActOnceAndAtOnce(House& house) : Checker("a key acts once, and at once"), m_house(house)
    {
        house.sometimes().expect("a key was a command");
    }
    void onFact(const Fact& fact) override;
    void onCalmEnds() override;

private:
    struct Key
    {
        std::string keypad;
        Agenda::Elapsed at{};
        bool isFresh = true;
        bool isSent = false;
        bool isReleased = false;
    };

    void onCommand(const Fact& command);
    /// Of those that nobody has heard of yet the one that was pressed first; null: there is none.
    [[nodiscard]] Key* freshKey();
    void expire(Key& key, std::chrono::milliseconds left);

    House& m_house;
    std::map<queue::PressId, Key> m_keys;
    std::map<std::string, Key*> m_commands; ///< by request; for which key
};

} // namespace starqueue::house
