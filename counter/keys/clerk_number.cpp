#include <counter/keys/clerk_number.h>

#include <QCoreApplication>

namespace starqueue::counter {

namespace {

bool mayStand(QChar one)
{
    return one == u'-' || (one.unicode() < 0x80 && one.isLetterOrNumber());
}

} // namespace

QString clerkNumberOf(const QString& typed)
{
    QString allowed;
    for (const QChar one : typed)
        if (mayStand(one) && allowed.size() < kLongestClerk)
            allowed += one;
    return allowed;
}

QString clerkNumberRule()
{
    return QCoreApplication::translate("ClerkNumber",
                                       "A clerk's number has letters, digits and hyphens alone, 20 at most.");
}

} // namespace starqueue::counter
