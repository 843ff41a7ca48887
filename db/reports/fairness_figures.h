#pragma once

#include <db/legs/call.h>
#include <db/reports/wait_report.h>

#include <cstdint>
#include <vector>

namespace starqueue::db {

/// Counts the calls of one row. Private to db/.
class FairnessFigures
{
public:
    void count(const Call& call);
    /// The row of figures; its keys are left empty.
    [[nodiscard]] FairnessRow row();

private:
    void countInTurn(const Call& call);

    FairnessRow m_row;
    std::vector<std::uint32_t> m_passedBy; ///< milliseconds, one for each call that passed somebody
};

} // namespace starqueue::db
