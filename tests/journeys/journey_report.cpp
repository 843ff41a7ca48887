#include <journeys/journey_report.h>

#include <QTextStream>

namespace starqueue::journey {

int JourneyReport::exitStatus() const
{
    if (!served || !faults.isEmpty())
        return 1;
    return missing.isEmpty() ? 0 : 3;
}

void JourneyReport::print() const
{
    QTextStream out(stdout);
    for (const QString& finding : findings)
        out << finding << '\n';
    for (const QString& piece : missing)
        out << "missing: " << piece << '\n';
    for (const QString& fault : faults)
        out << "FAULT: " << fault << '\n';
    switch (exitStatus()) {
    case 0:
        out << "journey complete\n";
        break;
    case 3:
        out << "journey served, with pieces missing\n";
        break;
    default:
        out << "journey failed\n";
        break;
    }
}

} // namespace starqueue::journey
