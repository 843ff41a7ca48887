#pragma once

#include <house/faces/kiosk_face.h>
#include <house/record/record.h>
#include <house/run/checker.h>

#include <map>
#include <set>
#include <string>

namespace starqueue::house {

/// A customer who asks for a number once is given one ticket, however often the kiosk asks the hall: an
/// intent has one request, and only such requests have tickets from this kiosk.
class OneIntentOneTicket final : public Checker
{
public:
    OneIntentOneTicket(const Record& record, const KioskFace& kiosk)
        : Checker("one intent, one ticket at " + kiosk.name()), m_record(record), m_kiosk(kiosk)
    {}
    void onFact(const Fact& fact) override;
    void onCalmEnds() override;

private:
    const Record& m_record;
    const KioskFace& m_kiosk;
    bool m_isAsking = false;          ///< a customer has asked, and the request wasn't sent yet
    std::set<std::string> m_requests; ///< that were sent, as the journal has them
    std::set<std::string> m_issued;   ///< those of them that have a ticket
    std::uint64_t m_checked = 0;
};

/// Whoever a request says to be has typed so at this kiosk, for this request, and hasn't left it alone since.
class NobodyIsTakenForAnother final : public Checker
{
public:
    explicit NobodyIsTakenForAnother(const KioskFace& kiosk)
        : Checker("nobody is taken for another at " + kiosk.name()), m_kiosk(kiosk)
    {}
    void onFact(const Fact& fact) override;

private:
    const KioskFace& m_kiosk;
    std::string m_who; ///< was typed last; empty: it should be forgotten
    std::set<std::string> m_requests;
};

/// Each number on the kiosk's screen is in the journal as one of its own, paper that it tells people to take
/// was printed, and whom it sends away without a number has none.
class KioskTellsTheTruth final : public Checker
{
public:
    KioskTellsTheTruth(const Record& record, const KioskFace& kiosk)
        : Checker("what " + kiosk.name() + " tells is true"), m_record(record), m_kiosk(kiosk)
    {}
    void onFact(const Fact& fact) override;
    void onCalmEnds() override;

private:
    void check();
    void readOn();

    const Record& m_record;
    const KioskFace& m_kiosk;
    std::set<std::string> m_shown;                ///< not held against the record yet
    std::set<std::string> m_printed;              ///< said to be
    std::map<std::string, std::string> m_numbers; ///< of tickets of this kiosk in the record
    std::set<std::string> m_issued;               ///< numbers of this kiosk in the record
    std::set<std::string> m_onPaper;              ///< those that were printed
    std::string m_asked;                          ///< the request that was sent last
    std::set<std::string> m_refused;              ///< requests, not held against the record yet
    std::uint64_t m_read = 0;
};

} // namespace starqueue::house
