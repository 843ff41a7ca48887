#pragma once

#include <chrono>
#include <string>

namespace starqueue::house {

/// Something that goes wrong in a storm, at random moments, and is mended when the calm begins.
class Fault
{
public:
    /// Whether runs have it unless --mix says otherwise. KnownRed: the house doesn't stand it yet.
    enum class Use { Always, KnownRed };

    /// At weight 1 it strikes every `pause` on average.
    Fault(std::string name, std::chrono::nanoseconds pause, Use use = Use::Always)
        : m_name(std::move(name)), m_pause(pause), m_use(use)
    {}
    virtual ~Fault() = default;

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] std::chrono::nanoseconds pause() const { return m_pause; }
    [[nodiscard]] Use use() const { return m_use; }

    virtual void strike() = 0;
    virtual void heal() {}

private:
    std::string m_name;
    std::chrono::nanoseconds m_pause;
    Use m_use;
};

} // namespace starqueue::house
