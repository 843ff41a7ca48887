#include <counter/floor/wait_words.h>

#include <client/ui/wait_words.h>
#include <client/wait_minutes.h>

#include <QCoreApplication>

namespace starqueue::counter::words {

QString wait(const std::optional<client::api::WaitRange>& wait)
{
    if (client::waitWords(wait) == client::WaitWords::Range)
        return QCoreApplication::translate("WaitWords", "%1 min").arg(client::waitMinutes(wait));
    return ui::waitWithoutMinutes(wait);
}

QString waitOf(const client::api::Service& service)
{
    if (!service.open && (service.takesTransfers || service.waiting > 0))
        return QCoreApplication::translate("WaitWords", "Closing · %1 waiting").arg(service.waiting);
    if (!service.open)
        return QCoreApplication::translate("WaitWords", "Closed at present");
    const QString promised = wait(service.waitSeconds);
    return promised.isEmpty() ? QCoreApplication::translate("WaitWords", "%1 waiting").arg(service.waiting)
                              : promised;
}

} // namespace starqueue::counter::words
