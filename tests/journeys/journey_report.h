#pragma once

#include <QString>
#include <QStringList>

namespace starqueue::journey {

/// What a journey found, as it goes along.
struct JourneyReport
{
    bool served = false;  ///< issued, called, served to the end, and in the manager's report
    QStringList findings; ///< what happened, in order
    QStringList missing;  ///< pieces that were left out on purpose and did not do their part
    QStringList faults;   ///< what should have happened and did not, or differently

    /// 0 complete, 3 served with the named pieces missing, 1 otherwise.
    [[nodiscard]] int exitStatus() const;
    void print() const;
};

} // namespace starqueue::journey
