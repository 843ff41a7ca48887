#pragma once

#include <house/hall/hall_program.h>

#include <nlohmann/json.hpp>

#include <deque>
#include <functional>
#include <memory>
#include <string>

namespace starqueue::house {

/// What the hall answered.
struct HallReply
{
    int status = 0;
    nlohmann::json body; ///< null: none
    std::string text{};  ///< of the body
};

/// Speaks HTTP with the hall for one person or face, over one connection, one request at a time.
///
/// A command has a requestId and is repeated until it is answered, however often the connection is lost, the
/// hall is down or says that it can't now (5xx, 408, 429). Tells "NAME asks", "NAME answered" and, when the
/// program dies, "NAME forgets", each with the request.
class Client
{
public:
    using Then = std::function<void(const HallReply&)>;

    /// `name` has a token in the hall; `purpose` tells apart those who have the same.
    Client(House& house, HallProgram& hall, std::string name, const std::string& purpose = {});

    /// POST with a new requestId.
    void command(const std::string& path, nlohmann::json body, Then then, const std::string& method = "POST");
    /// GET, not repeated: status 0 if there is no answer.
    void ask(const std::string& path, Then then);
    /// The program dies with all that it had to do; what it sent still arrives.
    void die();

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] bool isIdle() const { return m_open.empty(); }

private:
    [[nodiscard]] bool givesUp(int status);
    struct OpenRequest
    {
        std::string id; ///< requestId; empty: a question
        std::string path;
        std::string bytes;
        Then then;
        int copies = 0; ///< sent so far; each may arrive, late
    };

    void put(OpenRequest request);
    void sendFirst();
    void sendCopy();
    void onArrival();
    void finish(const HallReply& answer);
    void tryAgain();
    void drop();
    [[nodiscard]] std::string bytesOf(const std::string& method, const std::string& path,
                                      const std::string& body) const;

    House& m_house;
    HallProgram& m_hall;
    std::string m_name;
    std::string m_address;
    Random m_random;
    std::deque<OpenRequest> m_open; ///< the first one is under way
    std::shared_ptr<Line> m_line;
    std::string m_received;
    Agenda::Entry m_timer; ///< of the answer, or of the next attempt
};

} // namespace starqueue::house
