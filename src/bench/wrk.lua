-- Script of wrk: requests the paths of a file in turn, as a browser would on its first
-- visit, and prints a line that questionbank.bench.Load reads.
-- Arguments: the file, "unique" or "repeated", the first value of the unique parameter.

local paths = {}
local unique
local number
local next = 0

function init(args)
	for path in io.lines(args[1]) do
		paths[#paths + 1] = path
	end
	unique = args[2] == "unique"
	number = tonumber(args[3])
	wrk.headers["Accept"] = "text/html,application/xhtml+xml"
	wrk.headers["Accept-Encoding"] = "gzip, deflate"
end

function request()
	next = next % #paths + 1
	local path = paths[next]
	if unique then
		number = number + 1
		path = string.format("%s%sn=%d", path, path:find("?", 1, true) and "&" or "?", number)
	end
	return wrk.format("GET", path)
end

function done(summary, latency)
	local errors = summary.errors
	io.write(string.format("MEASUREMENT %d %d %d %d %d %d %d\n", summary.requests, summary.duration,
		errors.connect + errors.read + errors.write + errors.status + errors.timeout, latency:percentile(50),
		latency:percentile(95), latency:percentile(99), os.clock() * 1e6))
end
