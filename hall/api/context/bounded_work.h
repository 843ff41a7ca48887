#pragma once

#include <sync/executor.h>
#include <sync/mutex.h>

#include <cstddef>
#include <map>
#include <string>

namespace starqueue::hall {

/// Slow work of the users on one strand, of which nobody may order more than a little at once. Any thread.
/// The strand must be closed before this ends.
class BoundedWork
{
public:
    struct Most
    {
        std::size_t inAll = 0;
        std::size_t alike = 0; ///< of one user and kind
    };

    BoundedWork(sync::Strand& strand, Most most) : m_strand(strand), m_most(most) {}

    /// Runs @p work soon. False, and nothing is run, while as many as there may be wait or run; `likeness`
    /// tells user and kind.
    [[nodiscard]] bool post(const std::string& likeness, sync::Strand::Work work);

private:
    [[nodiscard]] bool take(const std::string& likeness);
    void giveBack(const std::string& likeness);

    sync::Strand& m_strand;
    const Most m_most;
    sync::Mutex m_mutex;
    std::map<std::string, std::size_t> m_alike GUARDED_BY(m_mutex);
    std::size_t m_inAll GUARDED_BY(m_mutex) = 0;
};

} // namespace starqueue::hall
