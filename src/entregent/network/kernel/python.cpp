// What Python sees: entregent.network.graph says what each function does.
#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>

#include <algorithm>
#include <chrono>
#include <cerrno>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "build.hpp"
#include "columns.hpp"
#include "file.hpp"
#include "search.hpp"
#include "spread.hpp"

namespace entregent {
namespace {

class Graph {
public:
    explicit Graph(std::shared_ptr<Network> network)
        : network_(std::move(network)), scratch_(network_->people) {}

    const Network& network() const { return *network_; }

    Person person(std::int64_t number) const {
        if (number < 0 || number >= static_cast<std::int64_t>(network_->people)) {
            throw Refused("there is no person " + std::to_string(number) + " among " +
                          std::to_string(network_->people));
        }
        return static_cast<Person>(number);
    }

    std::vector<Person> persons(nb::handle numbers) const {
        std::vector<Person> people;
        if (PyList_CheckExact(numbers.ptr()) || PyTuple_CheckExact(numbers.ptr())) {
            const auto convert = [&](PyObject* item) { return person(to_whole(item)); };
            read_items(numbers.ptr(), people, convert);
            return people;
        }
        for (const std::int64_t number : whole_column(numbers)) people.push_back(person(number));
        return people;
    }

    std::vector<Chain> search(Query query) {
        return entregent::search(*network_, std::move(query), scratch_);
    }

    void set_willingness(const std::vector<Person>& people, const std::vector<float>& values) {
        for (std::size_t i = 0; i < people.size(); ++i) network_->willingness[people[i]] = values[i];
    }

    void replace(Person person, const Columns& columns) {
        replace_ties(*network_, person, columns);
        const std::size_t held = network_->out.held() + network_->backwards.held();
        if (held > kFewHeld + network_->out.size() / kShareHeld) network_ = rebuilt(*network_);
    }

private:
    // Rows that replace others cost a look-up each; beyond this many entries all are laid out anew.
    static constexpr std::size_t kFewHeld = 4096, kShareHeld = 8;

    std::shared_ptr<Network> network_;
    Scratch scratch_;
};

// --- from C++ to Python

PyObject* chain_type = nullptr;  // entregent.network.chain.Chain, a named tuple

PyObject* checked(PyObject* object) {
    if (object == nullptr) throw nb::python_error();
    return object;
}

nb::object to_python(const Chain& chain) {
    const nb::object people = nb::steal(checked(PyTuple_New(chain.length)));
    for (std::uint32_t i = 0; i < chain.length; ++i) {
        PyTuple_SET_ITEM(people.ptr(), i, checked(PyLong_FromUnsignedLong(chain.people[i])));
    }
    const double value = static_cast<double>(chain.units) / 1e9;
    const nb::object odds = nb::steal(checked(PyFloat_FromDouble(value)));
    const nb::object both = nb::steal(checked(PyTuple_Pack(2, people.ptr(), odds.ptr())));
    const nb::object arguments = nb::steal(checked(PyTuple_Pack(1, both.ptr())));
    auto* const type = reinterpret_cast<PyTypeObject*>(chain_type);
    return nb::steal(checked(PyTuple_Type.tp_new(type, arguments.ptr(), nullptr)));
}

// Numbers that C++ writes and Python looks at, without a copy in between.
class Numbers {
public:
    explicit Numbers(std::size_t count)
        : bytes_(nb::steal(checked(PyBytes_FromStringAndSize(
              nullptr, static_cast<Py_ssize_t>(count * sizeof(double)))))) {}

    double* data() { return reinterpret_cast<double*>(PyBytes_AS_STRING(bytes_.ptr())); }

    nb::object view() const {
        return nb::steal(checked(PyMemoryView_FromObject(bytes_.ptr()))).attr("cast")("d");
    }

private:
    nb::object bytes_;
};

// --- from Python to C++

std::size_t limit(nb::handle given) {
    if (given.is_none()) return kAll;
    const std::int64_t count = to_whole(given.ptr());
    if (count < 1) throw Refused("hops, best and per_connector count from 1");
    return static_cast<std::size_t>(count);
}

int checked_hops(nb::handle given) {
    const std::int64_t hops = to_whole(given.ptr());
    if (hops < 1) throw Refused("hops, best and per_connector count from 1");
    if (hops > kMostHops) {
        throw Refused("chains have at most " + std::to_string(kMostHops) + " ties, not " +
                      std::to_string(hops));
    }
    return static_cast<int>(hops);
}

Query make_query(const Graph& graph, nb::handle source, nb::handle targets, nb::handle hops,
                 nb::handle best, nb::handle per_connector) {
    Query query;
    query.source = graph.person(to_whole(source.ptr()));
    query.targets = graph.persons(targets);
    if (query.targets.empty()) throw Refused("there is nobody to reach: no target is given");
    query.hops = checked_hops(hops);
    query.best = limit(best);
    query.each = limit(per_connector);
    return query;
}

std::string to_path(nb::handle given) {
    PyObject* bytes = nullptr;
    if (PyUnicode_FSConverter(given.ptr(), &bytes) == 0) throw nb::python_error();
    const nb::object held = nb::steal(bytes);
    return PyBytes_AS_STRING(bytes);
}

template <typename Work>
auto with_file(nb::handle path, Work work) {
    const std::string name = to_path(path);
    try {
        return work(name);
    } catch (const std::system_error& error) {
        errno = error.code().value();
        PyErr_SetFromErrnoWithFilenameObject(PyExc_OSError, path.ptr());
    } catch (const Damaged& error) {
        PyErr_Format(PyExc_ValueError, "%S %s", path.ptr(), error.what());
    }
    throw nb::python_error();
}

void read_back(nb::handle given, Columns& columns) {
    if (given.is_none()) return;
    columns.strength_back = real_column(given);
    if (columns.strength_back.size() != columns.a.size()) {
        throw Refused("the columns of ties differ in length");
    }
}

// --- the methods

Graph build_graph(nb::handle people, nb::handle a, nb::handle b, nb::handle strength,
                  nb::handle willingness, nb::handle strength_back) {
    const std::int64_t count = to_whole(people.ptr());
    check_people(count);
    Columns columns{whole_column(a), whole_column(b), real_column(strength), {}};
    read_back(strength_back, columns);
    return Graph(build(static_cast<std::size_t>(count), columns, real_column(willingness)));
}

Graph open_graph(nb::handle path) {
    return with_file(path, [](const std::string& name) { return Graph(open(name)); });
}

void save_graph(const Graph& graph, nb::handle path) {
    with_file(path, [&](const std::string& name) { save(graph.network(), name); });
}

nb::list chains(Graph& graph, nb::handle source, nb::handle targets, nb::handle hops,
                nb::handle best, nb::handle per_connector, nb::handle avoid, nb::handle closed) {
    Query query = make_query(graph, source, targets, hops, best, per_connector);
    query.avoid = graph.persons(avoid);
    query.closed = graph.persons(closed);
    const std::vector<Chain> found = graph.search(std::move(query));
    nb::list list;
    for (const Chain& chain : found) list.append(to_python(chain));
    return list;
}

nb::object best_to_all(const Graph& graph, nb::handle source, nb::handle hops) {
    const Person person = graph.person(to_whole(source.ptr()));
    const int most = checked_hops(hops);
    Numbers odds(graph.network().people);
    spread(graph.network(), person, most, odds.data());
    return odds.view();
}

void set_willingness(Graph& graph, nb::handle people, nb::handle values) {
    const std::vector<Person> who = graph.persons(people);
    const std::vector<float> willing = real_column(values);
    if (who.size() != willing.size()) throw Refused("ids and values differ in length");
    check_odds("willingness", willing);
    graph.set_willingness(who, willing);
}

void replace(Graph& graph, nb::handle person, nb::handle others, nb::handle strength,
             nb::handle strength_back) {
    const Person one = graph.person(to_whole(person.ptr()));
    Columns columns;
    columns.b = whole_column(others);
    columns.a.assign(columns.b.size(), one);
    columns.strength = real_column(strength);
    read_back(strength_back, columns);
    check_ties(columns, graph.network().people);
    graph.replace(one, columns);
}

double seconds(Graph& graph, nb::handle source, nb::handle targets, nb::handle hops,
               nb::handle best) {
    Query query = make_query(graph, source, targets, hops, best, nb::none());
    const auto before = std::chrono::steady_clock::now();
    const std::vector<Chain> found = graph.search(std::move(query));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
}

}  // namespace

NB_MODULE(_kernel, module) {
    nb::set_leak_warnings(false);
    const nb::object chain = nb::module_::import_("entregent.network.chain").attr("Chain");
    chain_type = nb::object(chain).release().ptr();
    const nb::tuple nobody;
    nb::class_<Graph>(module, "Graph", "entregent.network.twin.graph.Graph, compiled.")
        .def_static("build", &build_graph, nb::arg("people"), nb::arg("a"), nb::arg("b"),
                    nb::arg("strength"), nb::arg("willingness"),
                    nb::arg("strength_back") = nb::none(), "Make a graph of columns.")
        .def_static("open", &open_graph, nb::arg("path"), "Map the graph that `save` wrote.")
        .def("save", &save_graph, nb::arg("path"), "Write the graph into a file.")
        .def("chains", &chains, nb::arg("source"), nb::arg("targets"), nb::arg("hops") = 3,
             nb::arg("best").none() = 10, nb::arg("per_connector") = nb::none(), nb::kw_only(),
             nb::arg("avoid") = nobody, nb::arg("closed") = nobody,
             "Return the best simple chains from `source` to any of `targets`.")
        .def("best_to_all", &best_to_all, nb::arg("source"), nb::arg("hops") = 3,
             "Return the odds of the best chain to each person, 0 if none.")
        .def("set_willingness", &set_willingness, nb::arg("ids"), nb::arg("values"),
             "Change how willing some people are.")
        .def("replace_ties", &replace, nb::arg("person"), nb::arg("others"), nb::arg("strength"),
             nb::arg("strength_back") = nb::none(), "Let `person` be tied with `others` alone.")
        .def_prop_ro("people", [](const Graph& graph) { return graph.network().people; })
        .def_prop_ro("ties", [](const Graph& graph) { return graph.network().out.size() / 2; });
    module.def("seconds", &seconds, nb::arg("graph"), nb::arg("source"), nb::arg("targets"),
               nb::arg("hops") = 3, nb::arg("best") = 10,
               "Return how long a search takes without Python, in seconds.");
}

}  // namespace entregent
