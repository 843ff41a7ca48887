#pragma once

#include <QString>
#include <QVariantList>

namespace starqueue::kiosk {

/// Whatever decides where the controls of the page that is shown lie, and what they mean: when any of it
/// changes, the page has moved.
struct PageLayout
{
    int state = 0;
    int page = 0;
    bool codeRead = false;
    int problem = 0;
    bool technician = false;
    bool largeText = false;
    bool lowReach = false;
    QString language;
    int printer = 0; ///< a notice above the tiles
    bool allClosed = false;
    QString message;
    QString opens;
    QVariantList groups;
    int print = 0; ///< of the ticket: its code grows without paper
    int postponing = 0;
    int services = 0; ///< counts each new list of them

    bool operator==(const PageLayout&) const = default;
};

} // namespace starqueue::kiosk
