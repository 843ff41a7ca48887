#include <counter/keys/key_latch.h>

#include <utility>

namespace starqueue::counter {

bool KeyLatch::press(int key, std::chrono::milliseconds now)
{
    const auto [pressed, isFirst] = m_keys.try_emplace(key);
    Key& known = pressed->second;
    const bool wasDown = std::exchange(known.isDown, true);
    return isFirst || (!wasDown && now - known.released >= kUp);
}

void KeyLatch::release(int key, std::chrono::milliseconds now)
{
    m_keys[key] = {false, now};
}

void KeyLatch::releaseAll(std::chrono::milliseconds now)
{
    for (auto& [key, known] : m_keys)
        if (known.isDown)
            known = {false, now};
}

} // namespace starqueue::counter
