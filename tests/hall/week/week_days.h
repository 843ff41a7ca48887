#pragma once

#include <hall/week/week_hall.h>

#include <map>
#include <string>

namespace starqueue::hall::test {

/// The days of the made-up week, one after the other. Each step is a row of the hall's table.
class WeekDays
{
public:
    explicit WeekDays(WeekHall& hall) : m_hall(hall) {}

    void monday();
    void wednesday();
    void thursday();
    void friday();
    void saturday();
    void sunday();
    void nextMonday();

private:
    void wednesdaysOpening();
    void wednesdaysCaseAndSeries();
    void wednesdaysTransfers();
    void wednesdaysWalkInAndNoShow();
    void wednesdaysVeterans();
    void wednesdaysLunch();
    void fridaysRatings();

    void openCounter(int counter, const std::string& clerk);
    void take(const std::string& service, const std::string& who = "customer");
    void issueForCase(const std::string& service, const std::string& reference);
    /// Calls at the counter and starts the service unless nobody is called.
    void callNext(int counter, bool asksWhy = false);
    void callAlone(int counter, bool asksWhy = false);
    void start(int counter);
    void transfer(int counter, const std::string& words, const json& where);
    void finish(int counter, const std::string& words, const json& how);
    void done(int counter) { finish(counter, ": done", {{"outcome", "done"}}); }
    void press(int counter, int score);
    void postpone(const std::string& number);
    void rateByPhone(const json& ticket, const std::string& words, int score);
    void explainByPhone(const json& ticket, const std::string& words, const std::string& reason);
    void takeBackFinish(int counter);
    void showMessageAndTakeItBack();
    void lookAt(int counter);
    void lookAtPriority(const std::string& number, const std::string& until);
    void askWebhook(const std::string& who, const std::string& does, const std::string& state);
    Said at(int counter, const std::string& command, json body = json::object());
    std::string clerkAt(int counter) { return "clerk " + m_clerks[counter]; }

    WeekHall& m_hall;
    std::map<int, std::string> m_clerks;
    std::map<int, json> m_served;            ///< who is or was last at the counter
    std::map<std::string, json> m_customers; ///< the newest ticket with that number, as issued
    json m_wednesdaysSim;
    json m_thursdaysSecond;
    json m_saturdaysFirst;
    int m_presses = 0;
};

} // namespace starqueue::hall::test
