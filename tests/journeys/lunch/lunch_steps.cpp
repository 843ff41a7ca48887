#include <journeys/lunch/lunch.h>

#include <QJsonArray>

namespace starqueue::journey {

using namespace Qt::StringLiterals;

namespace {

/// The wait beside a service on the hall display, whose rows are alike: it stands after the service's name.
QString waitOnDisplay(const SeenPage& page, const QString& service)
{
    for (qsizetype i = 0; i < page.texts.size(); ++i)
        if (page.texts[i].name.endsWith(u"service-name") && page.texts[i].text == service)
            for (qsizetype j = i + 1; j < page.texts.size(); ++j)
                if (page.texts[j].name.endsWith(u"service-wait"))
                    return page.texts[j].text;
    return {};
}

QJsonObject lineOf(const QJsonObject& preview, const QString& service)
{
    for (const auto line : preview[u"lines"_s].toArray())
        if (line[u"service"_s] == service)
            return line.toObject();
    return {};
}

} // namespace

bool Lunch::openCounters()
{
    if (!tell(u"counter-1"_s, u"/counters/1/open"_s, {{u"clerk"_s, u"17"_s}}) ||
        !tell(u"counter-2"_s, u"/counters/2/open"_s, {{u"clerk"_s, u"18"_s}}))
        return false;
    const auto ticket =
        tell(u"kiosk-1"_s, u"/tickets"_s,
             {{u"service"_s, u"account"_s}, {u"kiosk"_s, u"1"_s}, {u"language"_s, m_options.language}});
    if (!ticket)
        return false;
    m_number = objectOf(*ticket)[u"number"_s].toString();
    m_phonePage = objectOf(*ticket)[u"statusUrl"_s].toString();
    m_told = 0;
    return true;
}

bool Lunch::seeMorning()
{
    const QString accounts = word("账户业务", "Accounts");
    const auto isKnown = [this](const QString& wait) { return !wait.isEmpty() && !wait.contains(notYet()); };
    const bool seen =
        shows(*m_kiosk, u"a wait for accounts"_s,
              [&](const SeenPage& page) {
                  return isKnown(page.textsAt(u"service-account"_s).mid(1).join(u' '));
              }) &&
        shows(*m_display, u"a wait for accounts"_s,
              [&](const SeenPage& page) { return isKnown(waitOnDisplay(page, accounts)); }) &&
        shows(*m_counter1, u"who comes next"_s,
              [this](const SeenPage& page) { return page.textAt(u"number"_s) == m_number; }) &&
        shows(*m_counter2, u"that nobody waits for it"_s,
              [](const SeenPage& page) {
                  return page.textAt(u"number"_s).isEmpty() && !page.textAt(u"coming"_s).isEmpty();
              }) &&
        phoneShows(u"its wait"_s, isKnown);
    keepPictures(u"1-morning"_s);
    return seen;
}

bool Lunch::pauseCounter()
{
    return tell(u"duty-manager"_s, u"/counters/1/pause"_s, {{u"reason"_s, word("午餐", "lunch")}})
        .has_value();
}

bool Lunch::seePause()
{
    const QString accounts = word("账户业务", "Accounts");
    const bool seen =
        shows(*m_counter1, u"that it is paused for lunch"_s,
              [this](const SeenPage& page) {
                  return page.textAt(u"message-detail"_s) == word("午餐", "lunch");
              }) &&
        shows(*m_kiosk, u"that nobody serves accounts"_s,
              [this](const SeenPage& page) {
                  return page.textsAt(u"service-account"_s).join(u' ').contains(notYet());
              }) &&
        shows(*m_display, u"that nobody serves accounts"_s,
              [&](const SeenPage& page) { return waitOnDisplay(page, accounts).contains(notYet()); }) &&
        phoneShows(u"that nobody serves it"_s,
                   [this](const QString& wait) { return wait.contains(notYet()); });
    keepPictures(u"2-paused"_s);
    return seen;
}

bool Lunch::previewServices()
{
    const auto preview =
        tell(u"duty-manager"_s, u"/counters/2/services?preview=true"_s,
             {{u"services"_s, QJsonArray{u"account"_s, u"plans"_s, u"payments"_s, u"sim"_s}}});
    if (!preview)
        return false;
    m_asOf = objectOf(*preview)[u"asOf"_s].toString();
    const QJsonObject line = lineOf(objectOf(*preview), u"account"_s);
    const int before = line[u"before"_s][u"counters"_s].toInt(-1);
    const int after = line[u"after"_s][u"counters"_s].toInt(-1);
    found(u"the preview: counters for accounts %1 → %2, %3 waiting"_s.arg(before).arg(after).arg(
        line[u"waiting"_s].toInt()));
    return before == 0 && after == 1;
}

bool Lunch::giveServices()
{
    return tell(u"duty-manager"_s, u"/counters/2/services"_s,
                {{u"services"_s, QJsonArray{u"account"_s, u"plans"_s, u"payments"_s, u"sim"_s}},
                 {u"expect"_s, m_asOf}})
        .has_value();
}

bool Lunch::seeCover()
{
    const QString accounts = word("账户业务", "Accounts");
    const QString plans = word("套餐办理", "Plans");
    const auto isKnown = [this](const QString& wait) { return !wait.isEmpty() && !wait.contains(notYet()); };
    const bool seen = shows(*m_counter2, u"its new services"_s,
                            [&](const SeenPage& page) {
                                const QString services = page.textAt(u"services"_s);
                                return services.startsWith(word("今日改为办理：", "Changed for today:")) &&
                                       services.contains(accounts) && services.contains(plans);
                            }) &&
                      shows(*m_counter2, u"who comes next"_s,
                            [this](const SeenPage& page) { return page.textAt(u"number"_s) == m_number; }) &&
                      shows(*m_kiosk, u"a wait for accounts again"_s,
                            [&](const SeenPage& page) {
                                return isKnown(page.textsAt(u"service-account"_s).mid(1).join(u' '));
                            }) &&
                      shows(*m_kiosk, u"a wait for plans again"_s,
                            [&](const SeenPage& page) {
                                return isKnown(page.textsAt(u"service-plans"_s).mid(1).join(u' '));
                            }) &&
                      shows(*m_display, u"a wait for accounts again"_s,
                            [&](const SeenPage& page) { return isKnown(waitOnDisplay(page, accounts)); }) &&
                      shows(*m_display, u"a wait for plans again"_s,
                            [&](const SeenPage& page) { return isKnown(waitOnDisplay(page, plans)); }) &&
                      phoneShows(u"its wait again"_s, isKnown);
    keepPictures(u"3-covered"_s);
    return seen;
}

} // namespace starqueue::journey
