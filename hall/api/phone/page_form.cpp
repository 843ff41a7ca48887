#include <hall/api/phone/page_form.h>

#include <hall/http/parse/target.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace starqueue::hall {

namespace {

using nlohmann::json;

constexpr std::string_view kForm = "application/x-www-form-urlencoded";
constexpr std::string_view kJson = "application/json";
constexpr std::array<std::string_view, 4> kFieldsOfForms{"requestId", "language", "score", "reasons"};

json numberIn(const std::string& text)
{
    int value = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && stopped == end ? json(value) : json(text);
}

/// Every field is a text, but the number of a score and the list of reasons.
json bodyOf(const std::vector<http::Field>& fields)
{
    json body = json::object();
    for (const auto& [name, value] : fields)
        if (name == "score")
            body[name] = numberIn(value);
        else if (name == "reasons")
            body[name].push_back(value);
        else if (name != "language")
            body[name] = value;
    return body;
}

std::string languageIn(const std::vector<http::Field>& fields)
{
    for (const auto& [name, value] : fields)
        if (name == "language" && (value == "zh" || value == "en"))
            return value;
    return "zh";
}

} // namespace

bool isForm(const http::Request& request)
{
    const auto type = request.header("content-type").value_or("");
    return http::equalIgnoringCase(type.substr(0, type.find(';')), kForm);
}

std::optional<Problem> takeForm(http::Request& request, const http::Reply& reply, const FormAnswer& answer)
{
    const auto sent = http::parse::parseTarget("/?" + request.body);
    const std::vector<http::Field> fields = sent ? sent->query : std::vector<http::Field>();
    for (const auto& [name, value] : fields)
        if (std::ranges::find(kFieldsOfForms, name) == kFieldsOfForms.end())
            return Problem{400, "unknown_field", "The pages' forms have no field \"" + name + "\".", {}};
    request.body = bodyOf(fields).dump();
    for (auto& [name, value] : request.headers)
        if (http::equalIgnoringCase(name, "content-type"))
            value = kJson;
    reply.sendElsewhere([answer, there = answer.page + "?language=" + languageIn(fields)](int status) {
        constexpr int kFirstRefusal = 300;
        const std::string& note = status < kFirstRefusal ? answer.done : answer.failed;
        return note.empty() ? there : there + "&note=" + note;
    });
    return {};
}

} // namespace starqueue::hall
