#include <house/bridge/key_checker.h>

namespace starqueue::house {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds kExpires{4'000}; ///< two seconds by the keypad's own count, and some for the bus

bool isKeypad(const std::string& who)
{
    return who.starts_with("keypad-");
}

} // namespace

void KeysActOnceAndAtOnce::onFact(const Fact& fact)
{
    if (fact.is("bridge", "sends"))
        return onCommand(fact);
    if (!isKeypad(fact.who()))
        return;
    const queue::PressId press = pressIn(fact);
    if (fact.what() == "beeped")
        expire(m_keys[press] = {fact.who(), m_house.agenda().now()}, kExpires);
    for (auto& [id, key] : m_keys)
        if (fact.what() == "released" && id.uid == press.uid && id.epoch == press.epoch &&
            id.seq <= press.seq)
            key.isReleased = true;
}

void KeysActOnceAndAtOnce::onCommand(const Fact& command)
{
    const auto [known, isNew] = m_commands.try_emplace(command.text("request"), nullptr);
    if (!isNew) {
        if (known->second != nullptr && !known->second->isFresh)
            found("nobody waits any more for " + command.line());
        return;
    }
    Key* const key = known->second = freshKey();
    if (key == nullptr)
        return found("nobody has just pressed a key for " + command.line());
    key->isSent = true;
    m_house.sometimes().saw("a key was a command");
}

KeysActOnceAndAtOnce::Key* KeysActOnceAndAtOnce::freshKey()
{
    Key* first = nullptr;
    for (auto& [id, key] : m_keys)
        if (!key.isSent && key.isFresh && (first == nullptr || key.at < first->at))
            first = &key;
    return first;
}

// Step by step: while a slow disk stops the house, what a keypad has answered lies unread.
void KeysActOnceAndAtOnce::expire(Key& key, milliseconds left)
{
    static constexpr milliseconds kStep{500};
    m_house.agenda().after(kStep, [this, &key, left] {
        key.isFresh = left > kStep;
        if (key.isFresh)
            expire(key, left - kStep);
    });
}

void KeysActOnceAndAtOnce::onCalmEnds()
{
    constexpr auto kSettled = std::chrono::minutes{2};
    for (const auto& [id, key] : m_keys)
        if (!key.isReleased && m_house.agenda().now() - key.at > kSettled)
            found("key " + std::to_string(id.seq) + " is still on " + key.keypad);
}

} // namespace starqueue::house
