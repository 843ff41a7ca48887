#pragma once

#include <sync/executor.h>

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>

namespace starqueue::hall {

/// Slow work of the users on one strand, of which nobody may order more than a little at once. Any thread.
class BoundedWork
{
    struct Counts;

public:
    struct Most
    {
        std::size_t inAll = 0;
        std::size_t alike = 0; ///< of one user and kind
    };

    /// What is under way for one user; given back once. May outlive the work.
    class Place
    {
    public:
        Place(std::shared_ptr<Counts> counts, std::string likeness);
        ~Place();
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

        /// To be called before the user can know that it is over, or their next question would be refused.
        void giveBack();

    private:
        const std::shared_ptr<Counts> m_counts;
        const std::string m_likeness;
        std::atomic_flag m_isBack = ATOMIC_FLAG_INIT;
    };
    using PlacePtr = std::shared_ptr<Place>;

    BoundedWork(sync::Strand& strand, Most most);

    /// Empty while as many as there may be wait or run; `likeness` tells user and kind.
    [[nodiscard]] PlacePtr take(const std::string& likeness);

    /// Runs @p work soon and gives the place back after it, if that wasn't done before.
    void post(PlacePtr place, sync::Strand::Work work);

private:
    sync::Strand& m_strand;
    const Most m_most;
    const std::shared_ptr<Counts> m_counts;
};

} // namespace starqueue::hall
