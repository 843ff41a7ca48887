#include <hall/api/devices/presence.h>

#include <utility>

namespace starqueue::hall {

class Presence::Mark
{
public:
    Mark(std::shared_ptr<Present> present, std::string token)
        : m_present(std::move(present)), m_token(std::move(token))
    {
        const sync::Lock lock(m_present->mutex);
        ++m_present->listeners[m_token];
    }
    ~Mark()
    {
        const sync::Lock lock(m_present->mutex);
        if (--m_present->listeners[m_token] == 0)
            m_present->listeners.erase(m_token);
    }
    Mark(const Mark&) = delete;
    Mark& operator=(const Mark&) = delete;

private:
    std::shared_ptr<Present> m_present;
    std::string m_token;
};

std::shared_ptr<const void> Presence::enter(const std::string& token)
{
    return std::make_shared<const Mark>(m_present, token);
}

bool Presence::has(const std::string& token) const
{
    const sync::Lock lock(m_present->mutex);
    return m_present->listeners.contains(token);
}

} // namespace starqueue::hall
